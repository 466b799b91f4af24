package bilby.setting;

import bilby.money.EarnRate;
import bilby.money.ExchangeRate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the operator has set, for the whole deployment. A later release may have set what this one does not know, or cannot
 * read: it is kept as it is, for that release may serve beside this one. What cannot be read fails whatever needs it: to go
 * on by what is usual would move value by another rule than the operator's. The operator can read it as text all the same,
 * and set it anew.
 *
 * @param version how often anything was set
 * @param set what was ever set, by its handle; the rest is as usual
 */
public record Settings(long version, Map<String, Value> set) {

    /** What holds until anything is set. */
    public static final Settings DEFAULT = new Settings(0, Map.of());

    /**
     * The value of one setting, as text.
     *
     * @param createdAt when it was first set
     * @param updatedAt when it was last set
     */
    public record Value(String text, Instant createdAt, Instant updatedAt) {}

    public Settings {
        set = Map.copyOf(set);
    }

    /** The setting's value as it was set; empty if it never was. */
    public Optional<Value> value(Setting<?> setting) {
        return Optional.ofNullable(set.get(setting.handle()));
    }

    /**
     * What holds.
     *
     * @throws IllegalStateException if this release cannot read it
     */
    public <T> T get(Setting<T> setting) {
        return value(setting)
                .map(value -> setting.kind()
                        .read(value.text())
                        .orElseThrow(() ->
                                new IllegalStateException("the " + setting.handle() + " is none: " + value.text())))
                .orElse(setting.usual());
    }

    /** What holds, as text, whether or not this release can read it. */
    public <T> String text(Setting<T> setting) {
        return value(setting).map(Value::text).orElseGet(() -> setting.kind().text(setting.usual()));
    }

    /** The next version of the settings, with one of them set. */
    public <T> Settings with(Setting<T> setting, T value, Instant now) {
        Instant createdAt = value(setting).map(Value::createdAt).orElse(now);
        Map<String, Value> after = new HashMap<>(set);
        after.put(setting.handle(), new Value(setting.kind().text(value), createdAt, now));
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
    public EarnRate earnRate() {
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
