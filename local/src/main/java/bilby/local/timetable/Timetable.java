package bilby.local.timetable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The instants at which something is due. */
public sealed interface Timetable permits Rate, Cron, At {

    /** The first instant after this one; none if it is over. */
    Optional<Instant> next(Instant after);

    /**
     * What a schedule expression says: {@code rate(…)}, {@code cron(…)} or {@code at(…)}.
     *
     * @param zone whose days and hours cron and at mean
     * @throws IllegalArgumentException with a sentence, if it is none that EventBridge Scheduler knows
     */
    static Timetable parse(String expression, ZoneId zone) {
        Matcher parts = Pattern.compile("(rate|cron|at)\\((.*)\\)").matcher(expression.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("a schedule is rate(...), cron(...) or at(...), not " + expression);
        }
        String arguments = parts.group(2).strip();
        return switch (parts.group(1)) {
            case "rate" -> Rate.parse(arguments);
            case "cron" -> Cron.parse(arguments, zone);
            default -> At.parse(arguments, zone);
        };
    }
}
