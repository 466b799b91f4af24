package bilby.local.timetable;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Again and again after the same time. AWS counts from the creation of the schedule; this counts from 1970-01-01 UTC, so
 * that it does not depend on when a server was started.
 *
 * @param period whole minutes; a day is 24 hours, whatever the clocks do
 */
record Rate(Duration period) implements Timetable {

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,5})\\s+(minute|hour|day)s?");

    static Rate parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a rate is a number and minutes, hours or days, not " + text);
        }
        long count = Long.parseLong(parts.group(1));
        return new Rate(
                switch (parts.group(2)) {
                    case "minute" -> Duration.ofMinutes(count);
                    case "hour" -> Duration.ofHours(count);
                    default -> Duration.ofDays(count);
                });
    }

    @Override
    public Optional<Instant> next(Instant after) {
        long seconds = period.toSeconds();
        return Optional.of(Instant.ofEpochSecond((Math.floorDiv(after.getEpochSecond(), seconds) + 1) * seconds));
    }
}
