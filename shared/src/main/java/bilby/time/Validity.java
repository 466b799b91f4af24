package bilby.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * How long something lasts that is issued at a local time: to the end, 23:59:59, of its last local day, unless it is
 * counted in hours.
 */
public sealed interface Validity {

    /** The last second of validity, on the wall-clock of the zone that {@code issued} is in. */
    LocalDateTime expiry(LocalDateTime issued);

    /** So many hours to the second, where no clock changes on the way: in UTC. */
    record Hours(int period) implements Validity {
        @Override
        public LocalDateTime expiry(LocalDateTime issued) {
            return issued.plusHours(period);
        }
    }

    /** So many days, weeks, months or years from the day of issue. A month or year that is too short ends on its last day. */
    record Lasting(int period, ChronoUnit unit) implements Validity {
        @Override
        public LocalDateTime expiry(LocalDateTime issued) {
            return WallClock.endOfDay(issued.plus(period, unit));
        }
    }

    /** To the end of the ISO week, Monday to Sunday, that is {@code period} − 1 weeks after the week of issue. */
    record ToEndOfWeek(int period) implements Validity {
        @Override
        public LocalDateTime expiry(LocalDateTime issued) {
            LocalDate sunday = issued.toLocalDate().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            return WallClock.endOfDay(sunday.plusWeeks(period - 1L).atStartOfDay());
        }
    }

    /** To the end of the calendar month that is {@code period} − 1 months after the month of issue. */
    record ToEndOfMonth(int period) implements Validity {
        @Override
        public LocalDateTime expiry(LocalDateTime issued) {
            LocalDate month = issued.toLocalDate().withDayOfMonth(1).plusMonths(period - 1L);
            return WallClock.endOfDay(
                    month.with(TemporalAdjusters.lastDayOfMonth()).atStartOfDay());
        }
    }

    /** To a date fixed beforehand; a time of midnight stands for the end of that day. */
    record ToDate(LocalDateTime last) implements Validity {
        @Override
        public LocalDateTime expiry(LocalDateTime issued) {
            return last.toLocalTime().equals(LocalTime.MIDNIGHT) ? WallClock.endOfDay(last) : last;
        }
    }
}
