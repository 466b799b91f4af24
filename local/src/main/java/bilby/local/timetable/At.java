package bilby.local.timetable;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** Once. */
record At(Instant instant) implements Timetable {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    static At parse(String text, ZoneId zone) {
        try {
            return new At(LocalDateTime.parse(text, FORM).atZone(zone).toInstant());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("a time is one such as 2026-02-28T13:00:00, not " + text, e);
        }
    }

    @Override
    public Optional<Instant> next(Instant after) {
        return Optional.of(instant).filter(it -> it.isAfter(after));
    }
}
