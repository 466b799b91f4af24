package bilby.birthday;

import bilby.setting.LeapDay;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;

/** Which birthdays are celebrated when. All but 29 February are celebrated on their day. */
public final class Celebration {

    private static final MonthDay LEAP = MonthDay.of(Month.FEBRUARY, 29);

    private Celebration() {}

    /** The birthdays that are celebrated on this date. */
    public static List<MonthDay> on(LocalDate date, LeapDay rule) {
        MonthDay day = MonthDay.from(date);
        return standIn(rule).filter(day::equals).isPresent() && !date.isLeapYear() ? List.of(day, LEAP) : List.of(day);
    }

    /** The day on which 29 February is celebrated in a year without one. */
    private static Optional<MonthDay> standIn(LeapDay rule) {
        return switch (rule) {
            case FEB_28 -> Optional.of(MonthDay.of(Month.FEBRUARY, 28));
            case MAR_1 -> Optional.of(MonthDay.of(Month.MARCH, 1));
            case LEAP_YEARS_ONLY -> Optional.empty();
        };
    }
}
