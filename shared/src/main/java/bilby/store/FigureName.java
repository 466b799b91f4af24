package bilby.store;

import bilby.report.Figure;
import bilby.report.Flow;
import bilby.report.Measure;
import bilby.wallet.LotKind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a figure stands: those of what is outstanding by the month of its expiry, in an item for each; those of what moved by
 * its day.
 *
 * @param row the item's name
 * @param attribute its place in the item
 */
record FigureName(String row, String attribute) {

    static final String OUTSTANDING = "outstanding#";
    static final String ACTIVITY = "activity#";

    /** Stands after all months. */
    private static final String NEVER = "never";

    private static final String SEPARATOR = "_";

    static FigureName of(Figure figure) {
        return switch (figure) {
            case Figure.Outstanding(LotKind kind, Optional<LocalDate> expires, Measure measure) ->
                new FigureName(
                        OUTSTANDING
                                + expires.map(day -> YearMonth.from(day).toString())
                                        .orElse(NEVER),
                        joined(word(kind), expires.map(FigureName::dayOfMonth).orElse(NEVER), measure.word()));
            case Figure.Moved(LotKind kind, LocalDate day, Flow flow, Measure measure) ->
                new FigureName(ACTIVITY + day, joined(word(kind), flow.word(), measure.word()));
        };
    }

    static String activity(LocalDate day) {
        return ACTIVITY + day;
    }

    /** @throws IllegalArgumentException if it is the name of no figure */
    Figure figure() {
        String[] words = attribute.split(SEPARATOR, -1);
        LotKind kind = LotKind.valueOf(words[0].toUpperCase(Locale.ROOT));
        Measure measure = Measure.of(words[2]);
        if (row.startsWith(ACTIVITY)) {
            LocalDate day = LocalDate.parse(row.substring(ACTIVITY.length()));
            return new Figure.Moved(kind, day, Flow.of(words[1]), measure);
        }
        String month = row.substring(OUTSTANDING.length());
        Optional<LocalDate> expires =
                month.equals(NEVER) ? Optional.empty() : Optional.of(LocalDate.parse(month + "-" + words[1]));
        return new Figure.Outstanding(kind, expires, measure);
    }

    private static String joined(String kind, String what, String measure) {
        return String.join(SEPARATOR, kind, what, measure);
    }

    private static String word(LotKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String dayOfMonth(LocalDate day) {
        return String.format(Locale.ROOT, "%02d", day.getDayOfMonth());
    }
}
