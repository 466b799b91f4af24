package bilby.wallet;

import bilby.money.ExchangeRate;
import java.time.Instant;
import java.util.Optional;

/**
 * The circumstances of a movement that no command holds.
 *
 * @param now when it happens, in whole seconds: {@link Wallet#now}
 * @param commit which request does it
 * @param rate what a point is worth then
 * @param key the idempotency key that the request has, where it has one
 */
public record Moment(Instant now, CommitId commit, ExchangeRate rate, Optional<Hash> key) {

    /** The circumstances of a movement whose request has no key. */
    public Moment(Instant now, CommitId commit, ExchangeRate rate) {
        this(now, commit, rate, Optional.empty());
    }
}
