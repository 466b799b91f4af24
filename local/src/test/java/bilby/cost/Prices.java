package bilby.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** AWS's list prices in us-east-1 as docs/costs.md states them, in dollars a million. */
public final class Prices {

    private static final BigDecimal READ_UNITS = new BigDecimal("0.125");
    private static final BigDecimal WRITE_UNITS = new BigDecimal("0.625");

    /** What a request costs besides its tables: the HTTP API, the call of Lambda, and 20 ms of 1 GB on arm64. */
    private static final BigDecimal REQUEST = new BigDecimal("1.00")
            .add(new BigDecimal("0.20"))
            .add(new BigDecimal("13.3334").multiply(new BigDecimal("0.020")));

    private Prices() {}

    /** A million times this, without what calls it. */
    public static BigDecimal ofTables(Cost cost) {
        return cost.reads()
                .multiply(READ_UNITS)
                .add(BigDecimal.valueOf(cost.writes()).multiply(WRITE_UNITS));
    }

    /** A million requests that cost this each. */
    public static BigDecimal ofRequests(Cost cost) {
        return ofTables(cost).add(REQUEST);
    }

    /** In cents, and in whole dollars from a thousand on. */
    public static String dollars(BigDecimal amount) {
        boolean isLarge = amount.compareTo(BigDecimal.valueOf(1_000)) >= 0;
        return String.format(
                Locale.ROOT, isLarge ? "$%,.0f" : "$%.2f", amount.setScale(isLarge ? 0 : 2, RoundingMode.HALF_UP));
    }
}
