package bilby.wallet;

import bilby.money.ExchangeRate;
import bilby.money.Money;
import bilby.money.Points;
import java.util.ArrayList;
import java.util.List;

/**
 * What a redemption took, lot by lot in the order of burning. From it follows what the same redemption would have taken,
 * had it been asked for less; and so what to give back when a part of it is returned: the difference, which is the last
 * burned. It makes no difference in how many parts a return comes.
 *
 * @param lines the lines of the redemption's entry; those of points stand together
 * @param rate the rate at which its points were taken
 */
public record Spending(List<Line> lines, ExchangeRate rate) {

    /**
     * What goes back to one lot.
     *
     * @param hundredths of a dollar or of a point, above 0
     * @param dollars what that stands for
     */
    public record Share(LotId lot, long hundredths, Money dollars) {}

    public static Spending of(Entry redemption) {
        return new Spending(redemption.lines(), redemption.rate());
    }

    public List<LotId> lots() {
        return lines.stream().map(Line::lot).toList();
    }

    /** What is given back when, of all that was taken, {@code less} dollars stay taken instead of {@code more}. */
    public List<Share> between(Money less, Money more) {
        List<Share> shares = new ArrayList<>();
        List<Share> before = first(more);
        List<Share> after = first(less);
        for (int i = 0; i < before.size(); i++) {
            long hundredths = before.get(i).hundredths() - after.get(i).hundredths();
            if (hundredths > 0) {
                shares.add(new Share(
                        lines.get(i).lot(),
                        hundredths,
                        before.get(i).dollars().minus(after.get(i).dollars())));
            }
        }
        return shares;
    }

    /** What each line would have taken of the first so many dollars. */
    private List<Share> first(Money dollars) {
        Points pointsWanted = rate.cost(dollars.minus(dollarsBeforePoints()).max(Money.ZERO));
        Money left = dollars;
        Points spent = Points.ZERO;
        List<Share> shares = new ArrayList<>();
        for (Line line : lines) {
            Share share;
            if (line.isReward()) {
                Money taken = left.min(line.value());
                share = new Share(line.lot(), taken.cents(), taken);
            } else {
                Points upToHere = spent.plus(line.points()).min(pointsWanted);
                share = new Share(
                        line.lot(),
                        upToHere.minus(spent).hundredths(),
                        rate.worth(upToHere).minus(rate.worth(spent)));
                spent = upToHere;
            }
            left = left.minus(share.dollars());
            shares.add(share);
        }
        return shares;
    }

    private Money dollarsBeforePoints() {
        return lines.stream().takeWhile(Line::isReward).map(Line::value).reduce(Money.ZERO, Money::plus);
    }
}
