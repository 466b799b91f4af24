package bilby.store;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.birthday.BirthdayOutcome;
import bilby.birthday.BirthdayPart;
import bilby.birthday.BirthdayPlace;
import bilby.birthday.BirthdayRun;
import bilby.birthday.PartReport;
import bilby.birthday.Watermark;
import bilby.profile.Birthday;
import bilby.profile.Profile;
import bilby.wallet.Given;
import bilby.wallet.ProfileId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@OnEachDynamo
class BirthdayRunsTest {

    private static final LocalDate DATE = LocalDate.parse("2025-03-10");
    private static final Instant BEGUN = Instant.parse("2025-03-09T13:00:00Z");
    private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");

    private final Shop shop;

    BirthdayRunsTest(Dynamo dynamo) {
        shop = Shop.open(dynamo);
    }

    @Test
    void theIndexHasThoseOfADayAZoneAndAShardPageByPage() {
        List<ProfileId> members = LongStream.rangeClosed(1, 40)
                .mapToObj(number -> new ProfileId(new UUID(0x4000L, Long.MIN_VALUE | number)))
                .toList();
        members.forEach(id -> shop.commit(
                shop.store.profiles().add(born(id, Optional.of(MonthDay.of(3, 10)), Optional.of(MELBOURNE)))));
        shop.commit(shop.store.profiles().add(born(id(50), Optional.of(MonthDay.of(3, 10)), Optional.empty())));
        shop.commit(shop.store.profiles().add(born(id(51), Optional.empty(), Optional.of(MELBOURNE))));

        List<ProfileId> found = new ArrayList<>();
        for (int shard = 0; shard < BirthdayPlace.SHARDS; shard++) {
            found.addAll(all(new BirthdayPlace(MonthDay.of(3, 10), MELBOURNE.getId(), shard)));
        }
        List<ProfileId> others = new ArrayList<>();
        for (int shard = 0; shard < BirthdayPlace.SHARDS; shard++) {
            others.addAll(all(new BirthdayPlace(MonthDay.of(3, 10), BirthdayPlace.OTHERS, shard)));
        }

        assertThat(found).containsExactlyInAnyOrderElementsOf(members);
        assertThat(others).containsExactly(id(50));
    }

    private List<ProfileId> all(BirthdayPlace place) {
        List<ProfileId> all = new ArrayList<>();
        Optional<ProfileId> last = Optional.empty();
        do {
            Page page = shop.store.birthdays(place, last, 2);
            page.ids().forEach(id -> all.add(ProfileId.of(id)));
            last = page.last().map(ProfileId::of);
        } while (last.isPresent());
        return all;
    }

    @Test
    void aRunIsItsRowsAndARowThatComesTwiceCountsOnce() {
        BirthdayPart part = part(BirthdayPart.Extent.ALL);
        BirthdayPart rest = part(new BirthdayPart.Extent.From(0, Optional.of(id(7))));
        shop.commit(shop.store.birthdays().planned(part, 16, BEGUN));
        shop.commit(shop.store.birthdays().planned(part, 16, BEGUN.plusSeconds(60)));
        shop.commit(shop.store.birthdays().done(part, report(false, 5, BirthdayOutcome.ISSUED)));
        shop.commit(shop.store.birthdays().done(part, report(false, 6, BirthdayOutcome.ISSUED)));
        shop.commit(shop.store.birthdays().done(rest, report(true, 2, BirthdayOutcome.WALLET_FULL)));

        BirthdayRun run = shop.store.birthdayRun(DATE).orElseThrow();

        assertThat(run.planned()).isEqualTo(16);
        assertThat(run.done()).isEqualTo(1);
        assertThat(run.counts()).isEqualTo(Map.of(BirthdayOutcome.ISSUED, 6L, BirthdayOutcome.WALLET_FULL, 2L));
        assertThat(run.problems())
                .containsOnly(new PartReport.Problem(Given.SOMEONE, 1, BirthdayOutcome.WALLET_FULL))
                .hasSize(2);
        assertThat(shop.store.birthdayRuns()).contains(DATE);
        assertThat(shop.store.birthdayRun(DATE.plusDays(1))).isEmpty();
    }

    @Test
    void theWatermarkIsOneVersionAfterTheOther() {
        Watermark first = new Watermark(1, BEGUN, 0);
        shop.commit(shop.store.birthdays().save(first));
        shop.commit(shop.store.birthdays().save(new Watermark(2, BEGUN.plusSeconds(3_600), 7)));

        assertThat(shop.store.get(shop.store.birthdays().watermark()))
                .contains(new Watermark(2, BEGUN.plusSeconds(3_600), 7));
    }

    private static PartReport report(boolean isDone, int count, BirthdayOutcome outcome) {
        PartReport.Tally tally = new PartReport.Tally(BirthdayPart.Look.FIRST);
        for (int i = 0; i < count; i++) {
            tally.add(Given.SOMEONE, 1, outcome);
        }
        return tally.report(isDone, BEGUN);
    }

    private static BirthdayPart part(BirthdayPart.Extent extent) {
        return new BirthdayPart(
                DATE,
                DATE,
                BEGUN,
                BirthdayPart.Look.FIRST,
                List.of(MELBOURNE.getId()),
                MELBOURNE,
                List.of(MonthDay.of(3, 10)),
                3,
                extent);
    }

    private static ProfileId id(long number) {
        return new ProfileId(new UUID(0x4000L, Long.MIN_VALUE | number));
    }

    private static Profile born(ProfileId id, Optional<MonthDay> day, Optional<ZoneId> zone) {
        return new Profile(
                id,
                1,
                Given.COMMIT,
                Optional.of("Ada"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                day.map(known -> new Birthday(known, Optional.empty())),
                day.map(known -> BEGUN),
                zone,
                List.of(),
                "{}",
                BEGUN,
                BEGUN);
    }
}
