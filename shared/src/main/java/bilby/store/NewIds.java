package bilby.store;

import bilby.wallet.LotId;
import bilby.wallet.LotKind;
import bilby.wallet.Wallet;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The new ids of one request: made once, so that each of its attempts writes the same, and made anew only when one
 * turns out to be taken. An id is 41 bits of milliseconds since 2020 and 12 random bits: below 2^53, so that JSON
 * readers keep it exactly; in the order of time; and without a counter that all requests would wait for.
 */
public final class NewIds {

    private static final long SINCE = 1_577_836_800_000L;
    private static final int RANDOM_BITS = 12;
    private static final long LATEST = (1L << 41) - 1;

    private final InstantSource clock;
    private final RandomGenerator random;
    private final List<Long> ids = new ArrayList<>();

    public NewIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** The request's new id of this number: 0, 1, 2… No two are the same. */
    public long get(int number) {
        while (ids.size() <= number) {
            long id = make();
            if (!ids.contains(id)) {
                ids.add(id);
            }
        }
        return ids.get(number);
    }

    /** The request's new ids for lots that the wallet has not. */
    public Iterator<LotId> lots(LotKind kind, Wallet wallet) {
        return IntStream.iterate(0, n -> n + 1)
                .mapToObj(n -> new LotId(kind, get(n)))
                .filter(id -> wallet.lot(id).isEmpty())
                .iterator();
    }

    void renew() {
        ids.clear();
    }

    private long make() {
        long millis = Math.clamp(clock.millis() - SINCE, 0, LATEST);
        return millis << RANDOM_BITS | random.nextInt(1, 1 << RANDOM_BITS);
    }
}
