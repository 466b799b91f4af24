package bilby.birthday;

import bilby.setting.Settings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is to be done about birthdays by now.
 *
 * @param next the watermark once all of it has been asked for
 */
public record BirthdayPlan(List<BirthdayPart> parts, Watermark next) {

    /**
     * The plan of all days that have begun since the last one, each looked at as it begins and once more as the next does.
     * Where nothing has been planned yet, it is of the day that it is everywhere. Where birthdays are kept earlier than they
     * were, those that would have been planned by now are planned too.
     *
     * @param last the watermark, if anything was ever planned
     * @param zones all zones there are
     */
    public static BirthdayPlan of(Optional<Watermark> last, Instant now, Settings settings, Collection<ZoneId> zones) {
        return last.map(watermark -> since(watermark, now, settings, zones))
                .orElseGet(() -> first(now, settings, zones));
    }

    private static BirthdayPlan first(Instant now, Settings settings, Collection<ZoneId> zones) {
        int ahead = settings.birthdayDaysBefore();
        List<BirthdayPart> parts = new ArrayList<>();
        for (DayBegun day : DayBegun.before(now, now, 0, zones)) {
            parts.addAll(parts(day, day.date().plusDays(ahead), BirthdayPart.Look.FIRST, settings));
        }
        return new BirthdayPlan(parts, new Watermark(1, now, ahead));
    }

    private static BirthdayPlan since(Watermark last, Instant now, Settings settings, Collection<ZoneId> zones) {
        Instant after = last.plannedTo();
        int ahead = settings.birthdayDaysBefore();
        int catchUp = settings.birthdayCatchUpDays();
        List<BirthdayPart> parts = new ArrayList<>();
        for (DayBegun day : DayBegun.between(after, now, catchUp, zones)) {
            parts.addAll(parts(day, day.date().plusDays(ahead), BirthdayPart.Look.FIRST, settings));
        }
        for (DayBegun day : DayBegun.ended(after, now, catchUp, zones)) {
            parts.addAll(parts(day, day.date().plusDays(ahead), BirthdayPart.Look.SECOND, settings));
        }
        for (DayBegun day :
                ahead > last.daysBefore() ? DayBegun.before(after, now, catchUp, zones) : List.<DayBegun>of()) {
            for (int days = last.daysBefore() + 1; days <= ahead; days++) {
                parts.addAll(parts(day, day.date().plusDays(days), BirthdayPart.Look.FIRST, settings));
            }
        }
        return new BirthdayPlan(parts, new Watermark(last.version() + 1, now.isAfter(after) ? now : after, ahead));
    }

    private static List<BirthdayPart> parts(
            DayBegun day, LocalDate celebrated, BirthdayPart.Look look, Settings settings) {
        return IntStream.range(0, BirthdayPlace.SHARDS)
                .mapToObj(shard -> new BirthdayPart(
                        celebrated,
                        celebrated.minusDays(settings.birthdayDaysBefore()),
                        day.at(),
                        look,
                        zoneNames(day, settings.zone()),
                        settings.zone(),
                        Celebration.on(celebrated, settings.leapDay()),
                        shard,
                        BirthdayPart.Extent.ALL))
                .toList();
    }

    private static List<String> zoneNames(DayBegun day, ZoneId zoneOfOthers) {
        List<String> names = new ArrayList<>();
        day.zones().forEach(zone -> names.add(zone.getId()));
        if (day.zones().contains(zoneOfOthers)) {
            names.add(BirthdayPlace.OTHERS);
        }
        return names;
    }
}
