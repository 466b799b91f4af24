package bilby.birthday;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A local day that began at one instant in all of these zones. A day begins at its first second, which is not midnight
 * where daylight saving leaves midnight out; one that a zone leaves out as a whole begins with the next.
 */
record DayBegun(LocalDate date, Instant at, List<ZoneId> zones) {

    private record Beginning(LocalDate date, Instant at) {}

    /**
     * The days that began after one instant and up to another.
     *
     * @param mostDays days that are so many days before a zone's last are left out
     */
    static List<DayBegun> between(Instant after, Instant upTo, int mostDays, Collection<ZoneId> zones) {
        Map<Beginning, List<ZoneId>> begun = new LinkedHashMap<>();
        for (ZoneId zone : zones) {
            LocalDate last = LocalDate.ofInstant(upTo, zone);
            LocalDate earliest = last.minusDays(mostDays);
            LocalDate first = LocalDate.ofInstant(after, zone);
            // Clocks that go back over midnight show the day before once more: hence one day on.
            for (LocalDate date = first.isBefore(earliest) ? earliest : first;
                    !date.isAfter(last.plusDays(1));
                    date = date.plusDays(1)) {
                Instant at = beginning(date, zone);
                if (at.isAfter(after) && !at.isAfter(upTo)) {
                    begun.computeIfAbsent(new Beginning(date, at), _ -> new ArrayList<>())
                            .add(zone);
                }
            }
        }
        return days(begun);
    }

    /** The day that it is in each zone. */
    static List<DayBegun> at(Instant now, Collection<ZoneId> zones) {
        Map<Beginning, List<ZoneId>> begun = new LinkedHashMap<>();
        for (ZoneId zone : zones) {
            LocalDate date = LocalDate.ofInstant(now, zone);
            begun.computeIfAbsent(new Beginning(date, beginning(date, zone)), _ -> new ArrayList<>())
                    .add(zone);
        }
        return days(begun);
    }

    /** The first second of a day. */
    static Instant beginning(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }

    private static List<DayBegun> days(Map<Beginning, List<ZoneId>> begun) {
        return begun.entrySet().stream()
                .map(day -> new DayBegun(day.getKey().date, day.getKey().at, day.getValue()))
                .toList();
    }
}
