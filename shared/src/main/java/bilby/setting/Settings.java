package bilby.setting;

import bilby.money.ExchangeRate;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the operator has set, for the whole deployment.
 *
 * @param version how often anything was set
 * @param set each setting that was ever set, with its value; the others are as usual
 */
public record Settings(long version, Map<Setting<?>, Value<?>> set) {

    /** What holds until anything is set. */
    public static final Settings DEFAULT = new Settings(0, Map.of());

    /**
     * The value of one setting.
     *
     * @param createdAt when it was first set
     * @param updatedAt when it was last set
     */
    public record Value<T>(T value, Instant createdAt, Instant updatedAt) {}

    public Settings {
        set = Map.copyOf(set);
    }

    /** The setting's value as it was set; empty if it never was. */
    @SuppressWarnings("unchecked")
    public <T> Optional<Value<T>> value(Setting<T> setting) {
        return Optional.ofNullable((Value<T>) set.get(setting));
    }

    /** What holds. */
    public <T> T get(Setting<T> setting) {
        return value(setting).map(Value::value).orElse(setting.usual());
    }

    /** The next version of the settings, with one of them set. */
    public <T> Settings with(Setting<T> setting, T value, Instant now) {
        Instant createdAt = value(setting).map(Value::createdAt).orElse(now);
        Map<Setting<?>, Value<?>> after = new HashMap<>(set);
        after.put(setting, new Value<>(value, createdAt, now));
        return new Settings(version + 1, after);
    }

    /** The ISO 4217 code of the one currency. */
    public String currency() {
        return get(Setting.CURRENCY);
    }

    /** The zone of whoever has none. */
    public ZoneId zone() {
        return get(Setting.ZONE);
    }

    /** What a point is worth. */
    public ExchangeRate exchangeRate() {
        return get(Setting.EXCHANGE_RATE);
    }

    /** How many points a sale earns for each unit of the currency. */
    public BigDecimal earnRate() {
        return get(Setting.EARN_RATE);
    }

    /** Whether a redemption that does not say is refused unless it is covered whole. */
    public boolean strictRedemption() {
        return get(Setting.STRICT_REDEMPTION);
    }

    /** How long after a redemption it can be reversed. */
    public Duration reversalWindow() {
        return Duration.ofMinutes(get(Setting.REVERSAL_WINDOW_MINUTES));
    }

    /** What becomes of value that is given back when its lot is gone. */
    public ExpiredValue expiredValue() {
        return get(Setting.EXPIRED_VALUE);
    }

    /** When a birthday on 29 February is celebrated in a year without one. */
    public LeapDay leapDay() {
        return get(Setting.LEAP_DAY);
    }

    /** How many days before a birthday its rewards are issued. */
    public int birthdayDaysBefore() {
        return get(Setting.BIRTHDAY_DAYS_BEFORE);
    }

    /** How many days before a birthday it must have been entered for rewards to be issued. */
    public int birthdayLateEntryDays() {
        return get(Setting.BIRTHDAY_LATE_ENTRY_DAYS);
    }

    /** How many days later a birthday that was missed is made up for. */
    public int birthdayCatchUpDays() {
        return get(Setting.BIRTHDAY_CATCH_UP_DAYS);
    }
}
