package bilby.wallet;

import bilby.money.ExchangeRate;
import bilby.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/**
 * A random history of one wallet, the same for the same seed: of few lots and short lives, so that the movements meet
 * each other, by a clock that now and then goes back.
 */
public final class History {

    private static final int MOVEMENTS = 60;
    private static final long DAY = Duration.ofDays(1).toSeconds();

    private final Random random;
    private final List<Movement> movements = new ArrayList<>();
    private final Map<LotId, Span> spans = new HashMap<>();
    private final Map<Long, Money> returned = new HashMap<>();
    private Wallet wallet = Wallet.empty(Given.SOMEONE);
    private Instant clock = Given.NOW;
    private long lastId = 1;

    private History(long seed) {
        random = new Random(seed);
    }

    public static List<Movement> of(long seed) {
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
        Optional<Movement> movement = switch (random.nextInt(16)) {
            case 0, 1, 2 ->
                carriedOut(
                        new Issue(newId(), random.nextLong(5_000), span(moment), Given.DEFINITION).on(wallet, moment));
            case 3, 4, 5, 6 -> carriedOut(redeem().on(wallet, moment));
            case 7 -> carriedOut(new Adjust(oldId(), random.nextLong(3_000), span(moment)).on(wallet, moment));
            case 8 -> Optional.of(new Remove(oldId()).on(wallet, moment));
            case 9 -> Optional.of(new Link(random.nextLong(100)).on(wallet, moment));
            case 10, 11 -> extension(moment);
            case 12 -> expiring(moment);
            default -> givingBack(moment);
        };
        movement.ifPresent(moved -> {
            movements.add(moved);
            wallet = moved.wallet();
            moved.entry().lines().forEach(line -> line.span().ifPresent(span -> spans.put(line.lot(), span)));
        });
    }

    private Optional<Movement> expiring(Moment moment) {
        List<LotId> some = wallet.lots().stream()
                .map(Lot::id)
                .filter(_ -> random.nextInt(3) > 0)
                .toList();
        return new Expire(some).on(wallet, moment);
    }

    private Optional<Movement> extension(Moment moment) {
        Instant expiresAt = moment.now().plusSeconds(random.nextLong(30 * DAY));
        return anyOf(wallet.lots())
                .flatMap(lot ->
                        carriedOut(new Extend(List.of(new Extend.Extension(lot.id(), expiresAt))).on(wallet, moment)));
    }

    /** Gives back some of what is left of a redemption, or all; what has expired is forfeited. */
    private Optional<Movement> givingBack(Moment moment) {
        return anyOf(movements.stream()
                        .map(Movement::entry)
                        .filter(entry -> left(entry).isPositive())
                        .toList())
                .map(entry -> givingBack(entry, moment));
    }

    private Movement givingBack(Entry redemption, Moment moment) {
        Money left = left(redemption);
        boolean isReversal = random.nextBoolean();
        Money amount = isReversal ? left : Money.ofCents(random.nextLong(1, left.cents() + 1));
        List<GiveBack.Part> parts = new ArrayList<>();
        for (Spending.Share share : Spending.of(redemption).between(left.minus(amount), left)) {
            Span span = Objects.requireNonNull(spans.get(share.lot()));
            if (!span.isExpired(moment.now())) {
                parts.add(new GiveBack.Part(share.lot(), share.hundredths(), share.dollars(), span, Optional.empty()));
            }
        }
        returned.merge(redemption.version(), amount, Money::plus);
        return new GiveBack(
                        isReversal ? Action.REVERSAL : Action.RETURN,
                        new Subject.OfUndoing(100L + movements.size(), redemption.version(), amount),
                        parts)
                .on(wallet, moment);
    }

    private Money left(Entry entry) {
        return entry.action() == Action.REDEEM
                ? entry.value().minus(returned.getOrDefault(entry.version(), Money.ZERO))
                : Money.ZERO;
    }

    private <T> Optional<T> anyOf(List<T> some) {
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(random.nextInt(some.size())));
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
