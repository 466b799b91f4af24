package bilby.simulation;

import java.math.BigDecimal;

/**
 * What the operator has set, of what matters here.
 *
 * @param rate dollars per point
 * @param window for how many minutes a redemption can be reversed
 * @param graceDays how long a grace lasts; 0 where there is none, and value is forfeited
 * @param earn points for each dollar of a sale
 */
record Rules(BigDecimal rate, boolean strict, int window, int graceDays, BigDecimal earn) {

    static final Rules USUAL = new Rules(new BigDecimal("0.1"), false, 10, 30, new BigDecimal("1.5"));

    Rules with(Command.Set set) {
        String value = set.value();
        return switch (set.setting()) {
            case "points.exchange_rate" -> new Rules(new BigDecimal(value), strict, window, graceDays, earn);
            case "redemption.strict" -> new Rules(rate, Boolean.parseBoolean(value), window, graceDays, earn);
            case "redemption.reversal_window_minutes" ->
                new Rules(rate, strict, Integer.parseInt(value), graceDays, earn);
            case "returns.expired_value" ->
                new Rules(
                        rate,
                        strict,
                        window,
                        value.equals("forfeit") ? 0 : Integer.parseInt(value.substring("grace:".length())),
                        earn);
            case "points.earn_rate" -> new Rules(rate, strict, window, graceDays, new BigDecimal(value));
            default -> throw new IllegalArgumentException(set.setting());
        };
    }
}
