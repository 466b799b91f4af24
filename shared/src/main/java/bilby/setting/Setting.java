package bilby.setting;

import bilby.money.EarnRate;
import bilby.money.ExchangeRate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One thing that an operator can set. A new one is a line here, and its name in {@link #ALL}.
 *
 * @param id never changes, and is never another setting's
 * @param usual what holds until it is set
 */
public record Setting<T>(long id, String handle, Kind<T> kind, T usual) {

    public static final Setting<String> CURRENCY = new Setting<>(1, "currency", Kind.CURRENCY, "AUD");
    public static final Setting<ZoneId> ZONE =
            new Setting<>(2, "timezone", Kind.ZONE, ZoneId.of("Australia/Melbourne"));
    public static final Setting<ExchangeRate> EXCHANGE_RATE =
            new Setting<>(3, "points.exchange_rate", Kind.EXCHANGE_RATE, ExchangeRate.DEFAULT);
    public static final Setting<EarnRate> EARN_RATE =
            new Setting<>(4, "points.earn_rate", Kind.EARN_RATE, EarnRate.NONE);
    public static final Setting<Boolean> STRICT_REDEMPTION = new Setting<>(5, "redemption.strict", Kind.FLAG, false);
    public static final Setting<Integer> REVERSAL_WINDOW_MINUTES =
            new Setting<>(6, "redemption.reversal_window_minutes", Kind.integer(0, 1_440), 10);
    public static final Setting<ExpiredValue> EXPIRED_VALUE =
            new Setting<>(7, "returns.expired_value", Kind.EXPIRED_VALUE, new ExpiredValue.Grace(30));
    public static final Setting<LeapDay> LEAP_DAY =
            new Setting<>(8, "birthday.leap_day", Kind.LEAP_DAY, LeapDay.FEB_28);
    public static final Setting<Integer> BIRTHDAY_DAYS_BEFORE =
            new Setting<>(9, "birthday.days_before", Kind.integer(0, 60), 0);
    public static final Setting<Integer> BIRTHDAY_LATE_ENTRY_DAYS =
            new Setting<>(10, "birthday.late_entry_days", Kind.integer(0, 365), 30);
    public static final Setting<Integer> BIRTHDAY_CATCH_UP_DAYS =
            new Setting<>(11, "birthday.catch_up_days", Kind.integer(0, 60), 7);

    /** All settings, in the order in which they are listed. */
    public static final List<Setting<?>> ALL = List.of(
            CURRENCY,
            ZONE,
            EXCHANGE_RATE,
            EARN_RATE,
            STRICT_REDEMPTION,
            REVERSAL_WINDOW_MINUTES,
            EXPIRED_VALUE,
            LEAP_DAY,
            BIRTHDAY_DAYS_BEFORE,
            BIRTHDAY_LATE_ENTRY_DAYS,
            BIRTHDAY_CATCH_UP_DAYS);

    public static Optional<Setting<?>> of(String handle) {
        return ALL.stream().filter(setting -> setting.handle.equals(handle)).findFirst();
    }
}
