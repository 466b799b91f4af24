package bilby.wallet;

import bilby.money.ExchangeRate;
import bilby.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A random history of one wallet, the same for the same seed: of few lots and short lives, so that the movements meet
 * each other, by a clock that now and then goes back.
 */
final class History {

    private static final int MOVEMENTS = 60;
    private static final long DAY = Duration.ofDays(1).toSeconds();

    private final Random random;
    private final List<Movement> movements = new ArrayList<>();
    private Wallet wallet = Wallet.empty(Given.SOMEONE);
    private Instant clock = Given.NOW;
    private long lastId = 1;

    private History(long seed) {
        random = new Random(seed);
    }

    static List<Movement> of(long seed) {
        try {
            History history = new History(seed);
            while (history.movements.size() < MOVEMENTS) {
                history.step();
            }
            return history.movements;
        } catch (RuntimeException e) {
            throw new AssertionError("the history of seed " + seed + " breaks off", e);
        }
    }

    private void step() {
        clock = clock.plusSeconds(random.nextLong(-DAY, 4 * DAY));
        ExchangeRate rate = new ExchangeRate(BigDecimal.valueOf(random.nextLong(10_000, 1_000_001), 6));
        Moment moment = new Moment(wallet.now(clock), new CommitId("c" + movements.size()), rate);
        Optional<Movement> movement = switch (random.nextInt(10)) {
            case 0, 1, 2 ->
                carriedOut(
                        new Issue(newId(), random.nextLong(5_000), span(moment), Given.DEFINITION).on(wallet, moment));
            case 3, 4, 5, 6 -> carriedOut(redeem().on(wallet, moment));
            case 7 -> carriedOut(new Adjust(oldId(), random.nextLong(3_000), span(moment)).on(wallet, moment));
            case 8 -> Optional.of(new Remove(oldId()).on(wallet, moment));
            default -> Optional.of(new Link(random.nextLong(100)).on(wallet, moment));
        };
        movement.ifPresent(moved -> {
            movements.add(moved);
            wallet = moved.wallet();
        });
    }

    private Redeem redeem() {
        List<LotKind> strategies = random.nextBoolean()
                ? List.of(LotKind.REWARD, LotKind.POINT)
                : List.of(random.nextBoolean() ? LotKind.POINT : LotKind.REWARD);
        return new Redeem(
                random.nextLong(100), Money.ofCents(random.nextLong(1, 6_000)), strategies, random.nextInt(4) == 0);
    }

    private Span span(Moment moment) {
        Instant issued = moment.now().plusSeconds(random.nextLong(-10 * DAY, 5 * DAY));
        return random.nextInt(5) == 0
                ? Span.from(issued)
                : Span.of(issued, issued.plusSeconds(random.nextLong(30 * DAY)));
    }

    private LotId newId() {
        return lotId(++lastId);
    }

    private LotId oldId() {
        return lotId(random.nextLong(1, lastId + 1));
    }

    private static LotId lotId(long id) {
        return id % 3 == 0 ? LotId.points(id) : LotId.reward(id);
    }

    private static <R> Optional<Movement> carriedOut(Decision<R> decision) {
        return switch (decision) {
            case Decision.Moved<R> moved -> Optional.of(moved.movement());
            case Decision.Refused<R> refused -> Optional.empty();
        };
    }
}
