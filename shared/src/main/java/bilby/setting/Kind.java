package bilby.setting;

import bilby.money.EarnRate;
import bilby.money.ExchangeRate;
import bilby.time.WallClock;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A kind of values, and how they are written as text, for clients and in the store.
 *
 * @param type what a client is told that the text holds
 * @param rule what a text must be, as the end of a sentence
 * @param reader the value of a text; empty if the rule does not hold
 * @param writer the text that reads as the value
 */
public record Kind<T>(String type, String rule, Function<String, Optional<T>> reader, Function<T, String> writer) {

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,20}(\\.[0-9]{1,20})?");

    static final Kind<String> CURRENCY = new Kind<>(
            "string",
            "must be the code of a currency of at most 2 decimals, such as AUD.",
            text -> Optional.of(text.toUpperCase(Locale.ROOT)).filter(Currencies.CODES::contains),
            code -> code);

    static final Kind<ZoneId> ZONE = new Kind<>(
            "string", "must be the name of a time zone, such as Australia/Melbourne.", WallClock::zone, ZoneId::getId);

    static final Kind<ExchangeRate> EXCHANGE_RATE = new Kind<>(
            "decimal",
            "must be a number above 0 and at most 1, with at most " + ExchangeRate.LARGEST_SCALE + " decimals.",
            text -> decimal(text).filter(ExchangeRate::canBe).map(ExchangeRate::new),
            ExchangeRate::toString);

    static final Kind<EarnRate> EARN_RATE = new Kind<>(
            "decimal",
            "must be a number from 0 to " + EarnRate.LARGEST + ", with at most " + EarnRate.LARGEST_SCALE
                    + " decimals.",
            text -> decimal(text).filter(EarnRate::canBe).map(EarnRate::new),
            EarnRate::toString);

    static final Kind<Boolean> FLAG = new Kind<>(
            "boolean",
            "must be true or false.",
            text -> switch (text) {
                case "true", "1" -> Optional.of(true);
                case "false", "0" -> Optional.of(false);
                default -> Optional.empty();
            },
            flag -> Boolean.toString(flag));

    static final Kind<ExpiredValue> EXPIRED_VALUE = new Kind<>(
            "string",
            "must be forfeit, or grace:<days> with 1 to " + ExpiredValue.LONGEST_GRACE + " days.",
            ExpiredValue::parse,
            ExpiredValue::text);

    static final Kind<LeapDay> LEAP_DAY =
            new Kind<>("string", "must be feb-28, mar-1 or leap-years-only.", LeapDay::of, LeapDay::word);

    static Kind<Integer> integer(int smallest, int largest) {
        return new Kind<>(
                "integer",
                "must be an integer from " + smallest + " to " + largest + ".",
                text -> decimal(text)
                        .map(BigDecimal::stripTrailingZeros)
                        .filter(number -> number.scale() <= 0
                                && number.compareTo(BigDecimal.valueOf(smallest)) >= 0
                                && number.compareTo(BigDecimal.valueOf(largest)) <= 0)
                        .map(BigDecimal::intValueExact),
                number -> Integer.toString(number));
    }

    /** Made when a currency is read: most deployments have none but the usual one. */
    private static final class Currencies {
        /** Amounts have two decimals, so a currency that is counted in thousandths can not be kept. */
        private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
                .filter(currency ->
                        currency.getDefaultFractionDigits() >= 0 && currency.getDefaultFractionDigits() <= 2)
                .map(Currency::getCurrencyCode)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<BigDecimal> decimal(String text) {
        return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    public Optional<T> read(String text) {
        return reader.apply(text);
    }

    public String text(T value) {
        return writer.apply(value);
    }
}
