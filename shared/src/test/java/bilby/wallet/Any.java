package bilby.wallet;

import bilby.money.ExchangeRate;
import bilby.money.Money;
import bilby.money.Points;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Random values of the wallet's types, the same for the same seed. */
final class Any {

    private static final long MOST_CENTS = Money.LARGEST.cents();
    private static final long YEAR_2100 = 4_102_444_800L;
    private static final List<Action> ACTIONS = List.of(Action.values());
    private static final long MOST_ID = (1L << 53) - 1;

    private final Random random;

    Any(long seed) {
        random = new Random(seed);
    }

    Lot lot() {
        return new Lot(lotId(), random.nextLong(1, MOST_CENTS), span());
    }

    Line line() {
        return new Line(
                lotId(),
                random.nextLong(-MOST_CENTS, MOST_CENTS),
                random.nextLong(0, MOST_CENTS),
                perhaps(() -> Money.ofCents(random.nextLong(0, MOST_CENTS))),
                perhaps(this::span),
                perhaps(this::definition));
    }

    Span span() {
        return new Span(instant(), perhaps(this::instant));
    }

    Entry entry() {
        return new Entry(
                new ProfileId(new UUID(random.nextLong(), random.nextLong())),
                random.nextLong(1, MOST_ID),
                instant(),
                ACTIONS.get(random.nextInt(ACTIONS.size())),
                subject(),
                new CommitId(Long.toHexString(random.nextLong())),
                new Balances(
                        Money.ofCents(random.nextLong(0, MOST_CENTS)),
                        Points.ofHundredths(random.nextLong(0, MOST_CENTS))),
                new ExchangeRate(BigDecimal.valueOf(random.nextLong(1, 1_000_001), ExchangeRate.LARGEST_SCALE)),
                perhaps(this::definition),
                perhaps(this::hash),
                hash(),
                Stream.generate(this::line).limit(random.nextInt(5)).toList());
    }

    private LotId lotId() {
        long id = random.nextLong(1, MOST_ID);
        return random.nextBoolean() ? LotId.reward(id) : LotId.points(id);
    }

    private Subject subject() {
        long id = random.nextLong(1, MOST_ID);
        return switch (random.nextInt(5)) {
            case 0 -> new Subject.OfReward(id);
            case 1 -> new Subject.OfPoints(id);
            case 2 -> new Subject.OfRedemption(id);
            case 3 ->
                new Subject.OfUndoing(id, random.nextLong(1, MOST_ID), Money.ofCents(random.nextLong(1, MOST_CENTS)));
            default -> new Subject.OfWallet();
        };
    }

    private DefinitionRef definition() {
        return new DefinitionRef(random.nextLong(1, MOST_ID), random.nextLong(1, MOST_ID));
    }

    private Hash hash() {
        return Hash.of(Long.toString(random.nextLong()));
    }

    private Instant instant() {
        return Instant.ofEpochSecond(random.nextLong(-YEAR_2100, YEAR_2100));
    }

    private <T> Optional<T> perhaps(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }
}
