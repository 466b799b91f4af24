package bilby.functions.http;

import bilby.time.WallClock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * A time as a client writes it: {@code 2024-12-05 08:30:00} on some wall-clock, {@code 2024-12-05} for its midnight, or
 * ISO-8601 with an offset, which is an instant wherever the wall is. Years 1900 to 9998; fractions of a second are cut.
 */
public sealed interface Time {

    record OnWall(LocalDateTime wallClock) implements Time {
        @Override
        public Instant in(ZoneId zone) {
            return WallClock.instant(wallClock, zone);
        }
    }

    record At(Instant instant) implements Time {
        @Override
        public Instant in(ZoneId zone) {
            return instant;
        }

        @Override
        public LocalDateTime wallClock() {
            return WallClock.utc(instant);
        }
    }

    int FIRST_YEAR = 1900;
    int LAST_YEAR = 9998;

    DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("[ ]['T']HH:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** The instant, where the wall-clock is that of the zone. */
    Instant in(ZoneId zone);

    /** What the wall-clock shows; for an instant, in UTC. */
    LocalDateTime wallClock();

    static Optional<Time> parse(String text) {
        try {
            return Optional.of(read(text)).filter(Time::isInRange);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Time read(String text) {
        if (text.length() == "2024-12-05".length()) {
            return new OnWall(LocalDate.parse(text).atStartOfDay());
        }
        if (text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10) {
            return new At(
                    OffsetDateTime.parse(text.replace(' ', 'T')).toInstant().truncatedTo(ChronoUnit.SECONDS));
        }
        return new OnWall(LocalDateTime.parse(text, LOCAL).truncatedTo(ChronoUnit.SECONDS));
    }

    private static boolean isInRange(Time time) {
        return isInRange(time.in(ZoneOffset.UTC));
    }

    /** Whether a time that was calculated can be written, and read again. */
    static boolean isInRange(Instant instant) {
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }
}
