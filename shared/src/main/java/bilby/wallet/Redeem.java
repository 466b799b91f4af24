package bilby.wallet;

import bilby.money.ExchangeRate;
import bilby.money.Money;
import bilby.money.Points;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Spends dollars out of a wallet, kind by kind, within each kind the nearest expiry first.
 *
 * @param redemptionId the redemption that the entry is about
 * @param amount how much to spend, above 0
 * @param strategies which kinds to spend, in this order; one that is named again counts once
 * @param strict whether less than the whole amount is refused
 */
public record Redeem(long redemptionId, Money amount, List<LotKind> strategies, boolean strict) {

    public Redeem {
        strategies = strategies.stream().distinct().toList();
    }

    /** Why nothing was spent. */
    public sealed interface Refusal {

        /** Nothing at all can be spent now by these strategies. */
        record NothingToSpend() implements Refusal {}

        /** Strict, and only this much can be spent. */
        record NotCovered(Money available) implements Refusal {}
    }

    public Decision<Refusal> on(Wallet wallet, Moment moment) {
        List<Line> lines = new ArrayList<>();
        Money left = amount;
        for (LotKind kind : strategies) {
            List<Line> spent = switch (kind) {
                case REWARD -> rewards(wallet, left, moment.now());
                case POINT -> points(wallet, left, moment);
            };
            for (Line line : spent) {
                left = left.minus(line.value());
            }
            lines.addAll(spent);
        }
        if (lines.isEmpty()) {
            return new Decision.Refused<>(new Refusal.NothingToSpend());
        }
        if (strict && left.isPositive()) {
            return new Decision.Refused<>(new Refusal.NotCovered(amount.minus(left)));
        }
        return new Decision.Moved<>(
                wallet.move(Action.REDEEM, new Subject.OfRedemption(redemptionId), Optional.empty(), lines, moment));
    }

    private static List<Line> rewards(Wallet wallet, Money amount, Instant now) {
        List<Line> lines = new ArrayList<>();
        long left = amount.cents();
        for (Lot lot : wallet.spendable(LotKind.REWARD, now)) {
            if (left == 0) {
                break;
            }
            long taken = Math.min(left, lot.remaining());
            lines.add(Line.of(lot.id(), -taken, lot.remaining() - taken));
            left -= taken;
        }
        return lines;
    }

    /**
     * All the points together cost what the dollars cost, rounded up once. Each line says the dollars that the points
     * up to it are worth, less what the lines before it said, so that the lines' dollars sum to the dollars spent.
     */
    private static List<Line> points(Wallet wallet, Money amount, Moment moment) {
        List<Lot> lots = wallet.spendable(LotKind.POINT, moment.now());
        Points available = lots.stream().map(Lot::points).reduce(Points.ZERO, Points::plus);
        ExchangeRate rate = moment.rate();
        Money dollars = amount.min(rate.worth(available));
        long left = rate.cost(dollars).hundredths();
        Points spent = Points.ZERO;
        Money told = Money.ZERO;
        List<Line> lines = new ArrayList<>();
        for (Lot lot : lots) {
            if (left == 0) {
                break;
            }
            long taken = Math.min(left, lot.remaining());
            left -= taken;
            spent = spent.plus(Points.ofHundredths(taken));
            Money upToHere = dollars.min(rate.worth(spent));
            lines.add(Line.worth(lot.id(), -taken, lot.remaining() - taken, upToHere.minus(told)));
            told = upToHere;
        }
        return lines;
    }
}
