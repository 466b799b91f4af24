package bilby.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many points a sale earns for each unit of the currency.
 *
 * @param pointsPerDollar from 0, which earns nothing, to 1,000, with at most {@value #LARGEST_SCALE} decimals
 */
public record EarnRate(BigDecimal pointsPerDollar) {

    public static final int LARGEST_SCALE = 6;
    public static final int LARGEST = 1_000;

    public static final EarnRate NONE = new EarnRate(BigDecimal.ZERO);

    /** The most points that one sale earns: as many as the largest amount has dollars. */
    private static final Points MOST = Points.ofHundredths(Money.LARGEST.cents());

    /**
     * A rate in its range.
     *
     * @throws IllegalArgumentException if it is out of its range or has too many decimals
     */
    public EarnRate {
        if (!canBe(pointsPerDollar)) {
            throw new IllegalArgumentException("not an earn rate: " + pointsPerDollar);
        }
        pointsPerDollar = pointsPerDollar.stripTrailingZeros();
    }

    /** Whether a number is in the range of the rates, and has not too many decimals. */
    public static boolean canBe(BigDecimal pointsPerDollar) {
        return pointsPerDollar.signum() >= 0
                && pointsPerDollar.compareTo(BigDecimal.valueOf(LARGEST)) <= 0
                && pointsPerDollar.stripTrailingZeros().scale() <= LARGEST_SCALE;
    }

    /** What so many dollars earn, rounded down to the hundredth of a point; nothing where they are below 0. */
    public Points earned(Money dollars) {
        if (!dollars.isPositive()) {
            return Points.ZERO;
        }
        return Points.ofHundredths(pointsPerDollar
                        .multiply(BigDecimal.valueOf(dollars.cents()))
                        .setScale(0, RoundingMode.FLOOR)
                        .longValueExact())
                .min(MOST);
    }

    @Override
    public String toString() {
        return pointsPerDollar.toPlainString();
    }
}
