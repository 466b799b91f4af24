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
            dates(after, upTo, mostDays, zone).forEach(date -> add(begun, date, beginning(date, zone), zone));
        }
        return days(begun);
    }

    /**
     * The days that ended after one instant and up to another, each at the beginning of the next. A day that was left
     * out as it began is left out here.
     */
    static List<DayBegun> ended(Instant after, Instant upTo, int mostDays, Collection<ZoneId> zones) {
        Map<Beginning, List<ZoneId>> ended = new LinkedHashMap<>();
        for (ZoneId zone : zones) {
            LocalDate leftOut = lastBefore(after, upTo, mostDays, zone);
            dates(after, upTo, mostDays, zone).stream()
                    .filter(date -> leftOut.equals(LocalDate.ofInstant(after, zone))
                            || date.minusDays(1).isAfter(leftOut))
                    .forEach(date -> add(ended, date.minusDays(1), beginning(date, zone), zone));
        }
        return days(ended);
    }

    /** The last day in each zone before those that began between the two instants and are not left out. */
    static List<DayBegun> before(Instant after, Instant upTo, int mostDays, Collection<ZoneId> zones) {
        Map<Beginning, List<ZoneId>> before = new LinkedHashMap<>();
        for (ZoneId zone : zones) {
            LocalDate date = lastBefore(after, upTo, mostDays, zone);
            add(before, date, beginning(date, zone), zone);
        }
        return days(before);
    }

    private static List<LocalDate> dates(Instant after, Instant upTo, int mostDays, ZoneId zone) {
        LocalDate first = lastBefore(after, upTo, mostDays, zone).plusDays(1);
        // Clocks that go back over midnight show the day before once more: hence one day on, and one more is excluded.
        LocalDate end = LocalDate.ofInstant(upTo, zone).plusDays(2);
        return first.datesUntil(end)
                .filter(date -> {
                    Instant at = beginning(date, zone);
                    return at.isAfter(after) && !at.isAfter(upTo);
                })
                .toList();
    }

    private static LocalDate lastBefore(Instant after, Instant upTo, int mostDays, ZoneId zone) {
        LocalDate begun = LocalDate.ofInstant(after, zone);
        LocalDate tooOld = LocalDate.ofInstant(upTo, zone).minusDays(mostDays + 1L);
        return begun.isBefore(tooOld) ? tooOld : begun;
    }

    /** The first second of a day. */
    static Instant beginning(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }

    private static void add(Map<Beginning, List<ZoneId>> days, LocalDate date, Instant at, ZoneId zone) {
        days.computeIfAbsent(new Beginning(date, at), _ -> new ArrayList<>()).add(zone);
    }

    private static List<DayBegun> days(Map<Beginning, List<ZoneId>> begun) {
        return begun.entrySet().stream()
                .map(day -> new DayBegun(day.getKey().date, day.getKey().at, day.getValue()))
                .toList();
    }
}
