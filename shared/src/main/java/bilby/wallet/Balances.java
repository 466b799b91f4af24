package bilby.wallet;

import bilby.money.ExchangeRate;
import bilby.money.Money;
import bilby.money.Points;

/** What can be spent at one instant: the sums over the active lots. */
public record Balances(Money rewards, Points points) {

    /** What the points are worth, rounded down to the cent. */
    public Money pointDollars(ExchangeRate rate) {
        return rate.worth(points);
    }

    /** Rewards and the dollars of the points together. */
    public Money combined(ExchangeRate rate) {
        return rewards.plus(pointDollars(rate));
    }
}
