package bilby.local.timetable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The days that a cron expression's day-of-month or day-of-week names; one of the two must be {@code ?}. */
final class CronDays {

    private static final CronField OF_MONTH = new CronField("day-of-month", 1, 31, List.of());
    private static final CronField OF_WEEK =
            new CronField("day-of-week", 1, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"));

    private CronDays() {}

    static Predicate<LocalDate> parse(String ofMonth, String ofWeek) {
        if (ofMonth.equals("?") == ofWeek.equals("?")) {
            throw new IllegalArgumentException("either a cron's day-of-month or its day-of-week must be ?");
        }
        return ofWeek.equals("?")
                ? anyOf(ofMonth.split(",", -1), CronDays::ofMonth)
                : anyOf(ofWeek.split(",", -1), item -> ofWeek(item, ofWeek));
    }

    private static Predicate<LocalDate> anyOf(String[] items, Function<String, Predicate<LocalDate>> parser) {
        return Stream.of(items).map(parser).reduce(Predicate::or).orElseThrow();
    }

    private static Predicate<LocalDate> ofMonth(String item) {
        String text = item.toUpperCase(Locale.ROOT);
        if (text.equals("L")) {
            return date -> date.getDayOfMonth() == date.lengthOfMonth();
        }
        if (text.endsWith("W")) {
            int day = OF_MONTH.number(text.substring(0, text.length() - 1));
            return date -> day <= date.lengthOfMonth() && date.equals(weekdayNearest(YearMonth.from(date), day));
        }
        SortedSet<Integer> days = OF_MONTH.values(text);
        return date -> days.contains(date.getDayOfMonth());
    }

    /** The weekday nearest to a day of a month, and in that month. */
    private static LocalDate weekdayNearest(YearMonth month, int day) {
        LocalDate date = month.atDay(day);
        return switch (date.getDayOfWeek()) {
            case SATURDAY -> day == 1 ? date.plusDays(2) : date.minusDays(1);
            case SUNDAY -> day == month.lengthOfMonth() ? date.minusDays(2) : date.plusDays(1);
            default -> date;
        };
    }

    private static Predicate<LocalDate> ofWeek(String item, String field) {
        String text = item.toUpperCase(Locale.ROOT);
        if (text.contains("#")) {
            return nth(text, field);
        }
        if (text.equals("L")) {
            return date -> date.getDayOfWeek() == DayOfWeek.SATURDAY;
        }
        if (text.endsWith("L")) {
            DayOfWeek day = dayOfWeek(OF_WEEK.number(text.substring(0, text.length() - 1)));
            return date -> date.equals(date.with(TemporalAdjusters.lastInMonth(day)));
        }
        SortedSet<Integer> days = OF_WEEK.values(text);
        return date -> days.contains(date.getDayOfWeek().getValue() % 7 + 1);
    }

    /** Such as {@code 3#2}: the second Tuesday. It stands alone. */
    private static Predicate<LocalDate> nth(String text, String field) {
        String[] parts = text.split("#", 2);
        if (field.contains(",") || !parts[1].matches("[1-5]")) {
            throw OF_WEEK.unknown(field);
        }
        DayOfWeek day = dayOfWeek(OF_WEEK.number(parts[0]));
        int week = Integer.parseInt(parts[1]);
        return date -> date.getDayOfWeek() == day && date.get(ChronoField.ALIGNED_WEEK_OF_MONTH) == week;
    }

    /** EventBridge's week begins with a 1 on Sunday. */
    private static DayOfWeek dayOfWeek(int number) {
        return DayOfWeek.SUNDAY.plus(number - 1);
    }
}
