package bilby.audit;

import bilby.money.Money;
import bilby.money.Points;
import bilby.redemption.RedemptionType;
import bilby.wallet.Action;
import bilby.wallet.Entry;
import bilby.wallet.Line;
import bilby.wallet.LotId;
import bilby.wallet.Spending;
import bilby.wallet.Subject;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All redemptions of one ledger: what each took, and so what each return and reversal had to give back. */
final class Redeemed {

    private final Map<Long, RecordedRedemption> recorded = new LinkedHashMap<>();
    private final Map<Long, Spending> spendings = new HashMap<>();

    /** Returns and reversals too, by their ids, in their order. */
    Map<Long, RecordedRedemption> recorded() {
        return Collections.unmodifiableMap(recorded);
    }

    void add(Entry entry) {
        switch (entry.subject()) {
            case Subject.OfRedemption(long id)
            when entry.action() == Action.REDEEM -> {
                recorded.put(id, RecordedRedemption.of(entry));
                spendings.put(id, Spending.of(entry));
            }
            case Subject.OfUndoing undoing -> {
                recorded.put(undoing.id(), RecordedRedemption.of(entry, undoing));
                recorded.computeIfPresent(
                        undoing.redemptionId(), (id, redemption) -> redemption.undone(undoing, entry.action()));
            }
            default -> {}
        }
    }

    /** What is wrong with an entry, as far as redemptions go; {@code lots} is all that was issued before it. */
    Optional<String> wrong(Entry entry, Map<LotId, IssuedLot> lots) {
        boolean isUndoing = entry.action() == Action.RETURN || entry.action() == Action.REVERSAL;
        return switch (entry.subject()) {
            case Subject.OfRedemption(long id) when entry.action() == Action.REDEEM -> wrong(id, entry);
            case Subject.OfUndoing undoing when isUndoing -> wrong(undoing, entry, lots);
            case Subject subject
            when isUndoing || entry.action() == Action.REDEEM || subject instanceof Subject.OfUndoing ->
                Optional.of("its action and its subject do not go together");
            default -> Optional.empty();
        };
    }

    private Optional<String> wrong(long id, Entry redeem) {
        if (recorded.containsKey(id)) {
            return again(id);
        }
        return isAtItsRate(redeem)
                ? Optional.empty()
                : Optional.of("its points are not what their dollars cost at a rate of " + redeem.rate());
    }

    private static Optional<String> again(long id) {
        return Optional.of("it makes redemption " + id + " again");
    }

    /**
     * All the points together cost what all their dollars cost, rounded up once; and each line says the dollars that the
     * points up to it are worth, less what the lines before it said.
     */
    private static boolean isAtItsRate(Entry redeem) {
        Points points = Points.ZERO;
        Money dollars = Money.ZERO;
        for (Line line : redeem.lines()) {
            if (!line.isReward()) {
                points = points.plus(line.points());
                dollars = dollars.plus(line.value());
                if (!dollars.equals(redeem.rate().worth(points))) {
                    return false;
                }
            }
        }
        return points.equals(redeem.rate().cost(dollars));
    }

    /** A redemption is undone if it is known, not reversed, and has so much left; a reversal undoes all that is left. */
    private Optional<String> wrong(Subject.OfUndoing undoing, Entry entry, Map<LotId, IssuedLot> lots) {
        long id = undoing.redemptionId();
        Money amount = undoing.total();
        Optional<Money> left = Optional.ofNullable(recorded.get(id))
                .filter(known -> known.type() == RedemptionType.REDEEM && !known.isReversed())
                .map(RecordedRedemption::left)
                .filter(some -> some.compareTo(amount) >= 0);
        if (left.isEmpty()) {
            return Optional.of("it undoes more than there is left of redemption " + id);
        }
        if (!amount.isPositive()) {
            return Optional.of("it undoes nothing of redemption " + id);
        }
        if (entry.action() == Action.REVERSAL && !amount.equals(left.get())) {
            return Optional.of("it reverses no more than a part of redemption " + id);
        }
        if (recorded.containsKey(undoing.id())) {
            return again(undoing.id());
        }
        return Optional.ofNullable(spendings.get(id))
                .map(spending -> spending.between(left.get().minus(amount), left.get()))
                .flatMap(due -> new GivenBack(entry, lots).wrong(due));
    }
}
