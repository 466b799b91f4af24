package bilby.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a point is worth. Rounding is against the member by less than a hundredth: points are worth their dollars
 * rounded down to the cent, and dollars cost their points rounded up to the hundredth of a point. So what some points
 * are worth never costs more than those points.
 *
 * @param dollarsPerPoint above 0 and at most 1, with at most {@value #LARGEST_SCALE} decimals
 */
public record ExchangeRate(BigDecimal dollarsPerPoint) {

    public static final int LARGEST_SCALE = 6;

    public static final ExchangeRate DEFAULT = new ExchangeRate(new BigDecimal("0.1"));

    /**
     * A rate in its range.
     *
     * @throws IllegalArgumentException if it is out of its range or has too many decimals
     */
    public ExchangeRate {
        if (!canBe(dollarsPerPoint)) {
            throw new IllegalArgumentException("not an exchange rate: " + dollarsPerPoint);
        }
        dollarsPerPoint = dollarsPerPoint.stripTrailingZeros();
    }

    /** Whether a number is in the range of the rates, and has not too many decimals. */
    public static boolean canBe(BigDecimal dollarsPerPoint) {
        return dollarsPerPoint.signum() > 0
                && dollarsPerPoint.compareTo(BigDecimal.ONE) <= 0
                && dollarsPerPoint.stripTrailingZeros().scale() <= LARGEST_SCALE;
    }

    /** What the points are worth, rounded down to the cent. */
    public Money worth(Points points) {
        return Money.ofCents(dollarsPerPoint
                .multiply(BigDecimal.valueOf(points.hundredths()))
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact());
    }

    /** What the dollars cost in points, rounded up to the hundredth of a point. */
    public Points cost(Money dollars) {
        return Points.ofHundredths(BigDecimal.valueOf(dollars.cents())
                .divide(dollarsPerPoint, 0, RoundingMode.CEILING)
                .longValueExact());
    }

    @Override
    public String toString() {
        return dollarsPerPoint.toPlainString();
    }
}
