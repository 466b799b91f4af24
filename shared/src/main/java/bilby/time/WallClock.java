package bilby.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Between instants and what a clock on the wall shows in a zone. A wall-clock time that daylight saving leaves out
 * moves forward by the gap; one that it repeats is the earlier of the two ({@link java.time.ZonedDateTime}'s rules).
 */
public final class WallClock {

    private static final Set<String> ZONE_NAMES = ZoneId.getAvailableZoneIds();
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private WallClock() {}

    /** The zone of a tz database name; empty for anything else, fixed offsets included. */
    public static Optional<ZoneId> zone(String name) {
        return ZONE_NAMES.contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }

    /** All zones of the tz database. */
    public static List<ZoneId> zones() {
        return ZONE_NAMES.stream().sorted().map(ZoneId::of).toList();
    }

    public static Instant instant(LocalDateTime wallClock, ZoneId zone) {
        return wallClock.atZone(zone).toInstant();
    }

    public static LocalDateTime local(Instant instant, ZoneId zone) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    public static LocalDateTime utc(Instant instant) {
        return local(instant, ZoneOffset.UTC);
    }

    /** 23:59:59 of the day. */
    public static LocalDateTime endOfDay(LocalDateTime day) {
        return day.toLocalDate().atTime(LAST_SECOND);
    }

    /** The instant without its fraction of a second: Bilby counts time in whole seconds. */
    public static Instant toTheSecond(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
