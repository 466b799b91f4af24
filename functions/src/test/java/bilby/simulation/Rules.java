package bilby.simulation;

import java.math.BigDecimal;

/**
 * What the operator has set, of what matters here.
 *
 * @param rate dollars per point
 * @param window for how many minutes a redemption can be reversed
 * @param graceDays how long a grace lasts; 0 where there is none, and value is forfeited
 */
record Rules(BigDecimal rate, boolean strict, int window, int graceDays) {

    static final Rules USUAL = new Rules(new BigDecimal("0.1"), false, 10, 30);

    Rules with(Command.Set set) {
        String value = set.value();
        return switch (set.setting()) {
            case "points.exchange_rate" -> new Rules(new BigDecimal(value), strict, window, graceDays);
            case "redemption.strict" -> new Rules(rate, Boolean.parseBoolean(value), window, graceDays);
            case "redemption.reversal_window_minutes" -> new Rules(rate, strict, Integer.parseInt(value), graceDays);
            case "returns.expired_value" ->
                new Rules(
                        rate,
                        strict,
                        window,
                        value.equals("forfeit") ? 0 : Integer.parseInt(value.substring("grace:".length())));
            default -> throw new IllegalArgumentException(set.setting());
        };
    }
}
