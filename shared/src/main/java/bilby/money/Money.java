package bilby.money;

import java.math.BigDecimal;

/**
 * An amount in the deployment's one currency, exact to the cent. It may be negative: a sale's total can be.
 *
 * @param cents the amount in hundredths of the currency's unit
 */
public record Money(long cents) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    /** The largest amount that the API takes or gives: 9,999,999,999.99. */
    public static final Money LARGEST = new Money(999_999_999_999L);

    public static Money ofCents(long cents) {
        return new Money(cents);
    }

    public static Money ofDollars(long dollars) {
        return new Money(Math.multiplyExact(dollars, 100L));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(cents, other.cents));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(cents, other.cents));
    }

    public Money min(Money other) {
        return new Money(Math.min(cents, other.cents));
    }

    public Money max(Money other) {
        return new Money(Math.max(cents, other.cents));
    }

    public boolean isPositive() {
        return cents > 0;
    }

    /** The amount in whole units of the currency, with two decimals. */
    public BigDecimal toBigDecimal() {
        return BigDecimal.valueOf(cents, 2);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    @Override
    public String toString() {
        return toBigDecimal().toPlainString();
    }
}
