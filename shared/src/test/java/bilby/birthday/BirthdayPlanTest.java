package bilby.birthday;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.setting.Setting;
import bilby.setting.Settings;
import bilby.time.WallClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BirthdayPlanTest {

    private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    private static final Instant NOW = Instant.parse("2025-03-10T02:00:00Z");

    /** Hour by hour, and in each hour one plan; of a leap year, in which Beirut and Cairo among others lack a midnight. */
    @Test
    void everyDayOfAYearIsPlannedOnceInEveryZoneWhenItBegins() {
        int year = 2024;
        Instant start = Instant.parse(year + "-01-02T00:30:00Z");
        Instant end = Instant.parse(year + 1 + "-01-02T00:30:00Z");
        List<ZoneId> zones = WallClock.zones();
        Map<String, List<Instant>> looks = new HashMap<>();
        Watermark last = new Watermark(1, start, 0);
        for (Instant now = start.plusSeconds(3_600); !now.isAfter(end); now = now.plusSeconds(3_600)) {
            BirthdayPlan plan = BirthdayPlan.of(Optional.of(last), now, Settings.DEFAULT, zones);
            for (BirthdayPart part : plan.parts()) {
                assertThat(part.begun()).isBeforeOrEqualTo(now).isAfter(last.plannedTo());
                if (part.shard() == 0) {
                    part.zones()
                            .forEach(zone -> looks.computeIfAbsent(
                                            zone + part.celebrated() + part.look(), key -> new ArrayList<>())
                                    .add(part.begun()));
                }
            }
            last = plan.next();
        }

        for (ZoneId zone : zones) {
            for (LocalDate date = LocalDate.of(year, 1, 4); date.getYear() == year; date = date.plusDays(1)) {
                if (date.isAfter(LocalDate.of(year, 12, 30))) {
                    continue;
                }
                Instant beginning = date.atStartOfDay(zone).toInstant();
                Instant next = date.plusDays(1).atStartOfDay(zone).toInstant();
                assertThat(looks.get(zone.getId() + date + BirthdayPart.Look.FIRST))
                        .as(zone + " " + date)
                        .containsExactly(beginning);
                assertThat(looks.get(zone.getId() + date + BirthdayPart.Look.SECOND))
                        .as(zone + " " + date)
                        .containsExactly(next);
            }
        }
    }

    @Test
    void aPlanHasAllShards() {
        assertThat(first(planned(hoursAgo(1), NOW, Settings.DEFAULT)).stream()
                        .filter(part -> part.zones().contains(LOS_ANGELES.getId())))
                .isEmpty();
        assertThat(first(planned(hoursAgo(20), NOW, Settings.DEFAULT)).stream()
                        .filter(part -> part.zones().contains(LOS_ANGELES.getId()))
                        .map(BirthdayPart::shard))
                .hasSize(BirthdayPlace.SHARDS)
                .doesNotHaveDuplicates();
    }

    @Test
    void theSettingsZoneStandsForThoseWhoHaveNone() {
        List<BirthdayPart> parts = first(planned(hoursAgo(24), NOW, with(Setting.ZONE, LOS_ANGELES)));

        assertThat(parts.stream().filter(part -> part.zones().contains(BirthdayPlace.OTHERS)))
                .hasSize(BirthdayPlace.SHARDS)
                .allSatisfy(part -> {
                    assertThat(part.zones()).contains(LOS_ANGELES.getId());
                    assertThat(part.zoneOfOthers()).isEqualTo(LOS_ANGELES);
                });
    }

    @Test
    void theFirstPlanOfAllIsOfTheDayThatItIsEverywhere() {
        BirthdayPlan plan = BirthdayPlan.of(Optional.empty(), NOW, Settings.DEFAULT, WallClock.zones());

        assertThat(plan.parts()).allMatch(part -> part.look() == BirthdayPart.Look.FIRST);
        assertThat(datesIn(plan, MELBOURNE)).containsExactly(LocalDate.parse("2025-03-10"));
        assertThat(datesIn(plan, LOS_ANGELES)).containsExactly(LocalDate.parse("2025-03-09"));
        assertThat(plan.next()).isEqualTo(new Watermark(1, NOW, 0));
    }

    @Test
    void whatWasMissedIsMadeUpFor() {
        BirthdayPlan plan = planned(hoursAgo(24 * 5), NOW, Settings.DEFAULT);

        assertThat(datesIn(plan, MELBOURNE))
                .containsExactly(
                        LocalDate.parse("2025-03-06"),
                        LocalDate.parse("2025-03-07"),
                        LocalDate.parse("2025-03-08"),
                        LocalDate.parse("2025-03-09"),
                        LocalDate.parse("2025-03-10"));
    }

    @Test
    void asFarBackAsTheSettingSays() {
        Settings settings = with(Setting.BIRTHDAY_CATCH_UP_DAYS, 1);

        assertThat(datesIn(planned(hoursAgo(24 * 50), NOW, settings), MELBOURNE))
                .containsExactly(LocalDate.parse("2025-03-09"), LocalDate.parse("2025-03-10"));
        assertThat(datesIn(planned(hoursAgo(24 * 50), NOW, with(Setting.BIRTHDAY_CATCH_UP_DAYS, 0)), MELBOURNE))
                .containsExactly(LocalDate.parse("2025-03-10"));
    }

    @Test
    void aDayThatIsNotMadeUpForIsNotLookedAtAsTheNextOneBeginsEither() {
        Settings settings = with(Setting.BIRTHDAY_CATCH_UP_DAYS, 1);

        assertThat(datesIn(planned(hoursAgo(24 * 50), NOW, settings), MELBOURNE, BirthdayPart.Look.SECOND))
                .containsExactly(LocalDate.parse("2025-03-09"));
        assertThat(datesIn(planned(hoursAgo(24 * 2), NOW, settings), MELBOURNE, BirthdayPart.Look.SECOND))
                .containsExactly(LocalDate.parse("2025-03-08"), LocalDate.parse("2025-03-09"));
    }

    @Test
    void earlierBirthdaysAreMadeUpForNoFurtherBackThanTheSettingSays() {
        Settings settings = with(Setting.BIRTHDAY_CATCH_UP_DAYS, 1).with(Setting.BIRTHDAY_DAYS_BEFORE, 3, NOW);

        assertThat(datesIn(planned(hoursAgo(24 * 50), NOW, settings), MELBOURNE))
                .containsExactlyInAnyOrder(
                        LocalDate.parse("2025-03-09"),
                        LocalDate.parse("2025-03-10"),
                        LocalDate.parse("2025-03-11"),
                        LocalDate.parse("2025-03-12"),
                        LocalDate.parse("2025-03-13"));
    }

    @Test
    void theFirstPlanOfAllIsOfTheDayThatItIsAlsoInTheLastHourOfALongOne() {
        BirthdayPlan plan = BirthdayPlan.of(
                Optional.empty(), Instant.parse("2025-04-06T13:30:00Z"), Settings.DEFAULT, List.of(MELBOURNE));

        assertThat(datesIn(plan, MELBOURNE)).containsExactly(LocalDate.parse("2025-04-06"));
    }

    @Test
    void aDayThatAZoneLeavesOutBeginsWithTheNext() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        Instant midnight = Instant.parse("2011-12-30T10:00:00Z");
        BirthdayPlan plan = BirthdayPlan.of(
                Optional.of(new Watermark(1, midnight.minusSeconds(1), 0)), midnight, Settings.DEFAULT, List.of(apia));

        assertThat(datesIn(plan, apia)).containsExactly(LocalDate.parse("2011-12-30"), LocalDate.parse("2011-12-31"));
    }

    @Test
    void nothingIsPlannedWhileTheClockIsBehind() {
        Watermark last = new Watermark(4, NOW, 0);
        BirthdayPlan plan =
                BirthdayPlan.of(Optional.of(last), NOW.minus(Duration.ofHours(3)), Settings.DEFAULT, WallClock.zones());

        assertThat(plan.parts()).isEmpty();
        assertThat(plan.next()).isEqualTo(new Watermark(5, NOW, 0));
    }

    @Test
    void daysBeforePlansBirthdaysAheadAndIssuesAtTheBeginningOfTheDayThatItIs() {
        List<BirthdayPart> parts = first(planned(
                new Watermark(1, NOW.minus(Duration.ofHours(24)), 7), NOW, with(Setting.BIRTHDAY_DAYS_BEFORE, 7)));

        assertThat(parts.stream().filter(part -> part.zones().contains(MELBOURNE.getId())))
                .allSatisfy(part -> {
                    assertThat(part.celebrated()).isEqualTo(LocalDate.parse("2025-03-17"));
                    assertThat(part.issued()).isEqualTo(LocalDate.parse("2025-03-10"));
                });
    }

    @Test
    void noBirthdayIsLeftOutWhenTheyAreToBeIssuedEarlier() {
        BirthdayPlan plan = planned(hoursAgo(24), NOW, with(Setting.BIRTHDAY_DAYS_BEFORE, 3));

        assertThat(datesIn(plan, MELBOURNE))
                .containsExactlyInAnyOrder(
                        LocalDate.parse("2025-03-10"),
                        LocalDate.parse("2025-03-11"),
                        LocalDate.parse("2025-03-12"),
                        LocalDate.parse("2025-03-13"));
        assertThat(plan.next().daysBefore()).isEqualTo(3);
    }

    private static BirthdayPlan planned(Watermark last, Instant now, Settings settings) {
        return BirthdayPlan.of(Optional.of(last), now, settings, WallClock.zones());
    }

    private static Watermark hoursAgo(int hours) {
        return new Watermark(1, NOW.minus(Duration.ofHours(hours)), 0);
    }

    private static <T> Settings with(Setting<T> setting, T value) {
        return Settings.DEFAULT.with(setting, value, NOW);
    }

    private static List<BirthdayPart> first(BirthdayPlan plan) {
        return parts(plan, BirthdayPart.Look.FIRST);
    }

    private static List<BirthdayPart> parts(BirthdayPlan plan, BirthdayPart.Look look) {
        return plan.parts().stream().filter(part -> part.look() == look).toList();
    }

    private static List<LocalDate> datesIn(BirthdayPlan plan, ZoneId zone) {
        return datesIn(plan, zone, BirthdayPart.Look.FIRST);
    }

    private static List<LocalDate> datesIn(BirthdayPlan plan, ZoneId zone, BirthdayPart.Look look) {
        return parts(plan, look).stream()
                .filter(part -> part.shard() == 0 && part.zones().contains(zone.getId()))
                .map(BirthdayPart::celebrated)
                .toList();
    }
}
