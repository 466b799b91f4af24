package bilby.local.timetable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * At minutes and hours of days: {@code minutes hours day-of-month month day-of-week year}, in EventBridge's dialect. A
 * local time that the clocks leave out is skipped; one that they repeat counts once, the first time.
 *
 * @param days the days by the field of the two that is not {@code ?}
 */
record Cron(
        SortedSet<Integer> minutes,
        SortedSet<Integer> hours,
        Predicate<LocalDate> days,
        SortedSet<Integer> months,
        SortedSet<Integer> years,
        ZoneId zone)
        implements Timetable {

    private static final CronField MINUTES = new CronField("minutes", 0, 59, List.of());
    private static final CronField HOURS = new CronField("hours", 0, 23, List.of());
    private static final CronField MONTHS = new CronField(
            "month",
            1,
            12,
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"));
    private static final CronField YEARS = new CronField("year", 1970, 2199, List.of());

    static Cron parse(String text, ZoneId zone) {
        String[] fields = text.split("\\s+", -1);
        if (fields.length != 6) {
            throw new IllegalArgumentException("a cron has six fields, not " + fields.length + ": " + text);
        }
        return new Cron(
                MINUTES.values(fields[0]),
                HOURS.values(fields[1]),
                CronDays.parse(fields[2], fields[4]),
                MONTHS.values(fields[3]),
                YEARS.values(fields[5]),
                zone);
    }

    @Override
    public Optional<Instant> next(Instant after) {
        LocalDate from = after.atZone(zone).toLocalDate();
        return Stream.iterate(from, date -> date.getYear() <= years.last(), date -> date.plusDays(1))
                .filter(this::isDue)
                .flatMap(date -> on(date, after).stream())
                .findFirst();
    }

    private boolean isDue(LocalDate date) {
        return years.contains(date.getYear()) && months.contains(date.getMonthValue()) && days.test(date);
    }

    private Optional<Instant> on(LocalDate date, Instant after) {
        return hours.stream()
                .flatMap(hour -> minutes.stream().map(minute -> date.atTime(hour, minute)))
                .flatMap(time -> instant(time).stream())
                .filter(instant -> instant.isAfter(after))
                .findFirst();
    }

    private Optional<Instant> instant(LocalDateTime time) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        return offsets.stream().findFirst().map(time::toInstant);
    }
}
