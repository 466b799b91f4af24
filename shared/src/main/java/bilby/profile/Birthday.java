package bilby.profile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/** When somebody was born, as far as it is known: the day and month, and perhaps the year. */
public record Birthday(MonthDay day, Optional<Integer> year) {

    /** Empty if there is no such day: 31 April, or 29 February of a year that is no leap year. */
    public static Optional<Birthday> of(int month, int day, Optional<Integer> year) {
        try {
            MonthDay monthDay = MonthDay.of(month, day);
            return year.isPresent() && !monthDay.isValidYear(year.get())
                    ? Optional.empty()
                    : Optional.of(new Birthday(monthDay, year));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The date of birth, where the year is known. */
    public Optional<LocalDate> date() {
        return year.map(day::atYear);
    }

    /** The next birthday on or after the day; 29 February is kept on the 28th in other years. */
    public LocalDate next(LocalDate today) {
        LocalDate thisYear = day.atYear(today.getYear());
        return thisYear.isBefore(today) ? day.atYear(today.getYear() + 1) : thisYear;
    }
}
