package bilby.setting;

import bilby.money.ExchangeRate;
import java.time.ZoneId;

/**
 * What an operator can set, for the whole deployment.
 *
 * @param currency the ISO 4217 code of the one currency
 * @param zone the zone of whoever has none
 * @param exchangeRate what a point is worth
 * @param strictRedemption whether a redemption that does not say is refused unless it is covered whole
 */
public record Settings(String currency, ZoneId zone, ExchangeRate exchangeRate, boolean strictRedemption) {

    /** What holds until it is set. */
    public static final Settings DEFAULT =
            new Settings("AUD", ZoneId.of("Australia/Melbourne"), ExchangeRate.DEFAULT, false);
}
