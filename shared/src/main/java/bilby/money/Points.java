package bilby.money;

import java.math.BigDecimal;

/**
 * A number of points, exact to the hundredth of a point.
 *
 * @param hundredths the number in hundredths of a point
 */
public record Points(long hundredths) implements Comparable<Points> {

    public static final Points ZERO = new Points(0);

    public static Points ofHundredths(long hundredths) {
        return new Points(hundredths);
    }

    public static Points of(long points) {
        return new Points(Math.multiplyExact(points, 100L));
    }

    public Points plus(Points other) {
        return new Points(Math.addExact(hundredths, other.hundredths));
    }

    public Points minus(Points other) {
        return new Points(Math.subtractExact(hundredths, other.hundredths));
    }

    public Points min(Points other) {
        return new Points(Math.min(hundredths, other.hundredths));
    }

    public Points max(Points other) {
        return new Points(Math.max(hundredths, other.hundredths));
    }

    public boolean isPositive() {
        return hundredths > 0;
    }

    /** The number of points, with two decimals. */
    public BigDecimal toBigDecimal() {
        return BigDecimal.valueOf(hundredths, 2);
    }

    @Override
    public int compareTo(Points other) {
        return Long.compare(hundredths, other.hundredths);
    }

    @Override
    public String toString() {
        return toBigDecimal().toPlainString();
    }
}
