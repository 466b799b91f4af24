package bilby.functions.birthday;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.birthday.BirthdayOutcome;
import bilby.birthday.BirthdayPlace;
import bilby.catalogue.RewardDefinition;
import bilby.catalogue.Source;
import bilby.money.Money;
import bilby.reward.Reward;
import bilby.setting.LeapDay;
import bilby.setting.Setting;
import bilby.store.Plan;
import bilby.wallet.Action;
import bilby.wallet.Entry;
import bilby.wallet.ProfileId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BirthdayRunTest {

    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    private static final RewardDefinition.Window ALWAYS =
            new RewardDefinition.Window(Optional.empty(), Optional.empty());

    private final Shop shop = new Shop();

    @Test
    void whoeverHasABirthdayGetsARewardAsTheDayBeginsWhereTheyLive() {
        RewardDefinition definition = shop.definition(1);
        List<ProfileId> members = List.of(
                shop.member("03-10", Optional.of(AUCKLAND)),
                shop.member("03-10", Optional.of(Shop.MELBOURNE)),
                shop.member("03-10", Optional.of(LOS_ANGELES)),
                shop.member("03-10", Optional.empty()));
        ProfileId other = shop.member("03-13", Optional.of(AUCKLAND));

        shop.until("2025-03-11T12:30:00Z");

        assertThat(members.stream().map(this::issuedAt))
                .containsExactly(
                        Instant.parse("2025-03-09T11:00:00Z"),
                        Instant.parse("2025-03-09T13:00:00Z"),
                        Instant.parse("2025-03-10T07:00:00Z"),
                        Instant.parse("2025-03-09T13:00:00Z"));
        assertThat(shop.rewards(other)).isEmpty();
        Reward reward = shop.rewards(members.getFirst()).getFirst();
        assertThat(reward.zone()).isEqualTo(AUCKLAND);
        assertThat(reward.valueInitial()).isEqualTo(Money.ofDollars(10));
        assertThat(reward.definition()).isEqualTo(definition.ref());
        assertThat(reward.source()).contains(Source.BIRTHDAY);
        assertThat(reward.span().expiresAt()).contains(Instant.parse("2025-04-09T11:59:59Z"));
        Entry entry = shop.store.entriesOf(members.getFirst(), 1).findFirst().orElseThrow();
        assertThat(entry.action()).isEqualTo(Action.ISSUE);
        assertThat(entry.balances().rewards()).isEqualTo(Money.ofDollars(10));
        assertThat(shop.counts("2025-03-10")).isEqualTo(Map.of(BirthdayOutcome.ISSUED, 4L));
        assertThat(shop.run("2025-03-10").done())
                .isEqualTo(shop.run("2025-03-10").planned());
        assertThat(shop.store.birthdayRuns().getFirst()).isEqualTo(LocalDate.parse("2025-03-12"));
    }

    @Test
    void theyGetItNextYearToo() {
        shop.definition(1);
        ProfileId jane = shop.member("03-10", Optional.of(Shop.MELBOURNE));

        shop.until("2025-03-11T00:30:00Z");
        shop.now = Instant.parse("2026-03-07T00:30:00Z");
        shop.until("2026-03-11T00:30:00Z");

        assertThat(shop.rewards(jane)).hasSize(2);
    }

    @Test
    void ofEachPublishedAndAssignableDefinitionTheyGetOne() {
        shop.definition(1);
        shop.definition(2);
        var _ = shop.change(shop.definition(3), ALWAYS, false, true);
        var _ = shop.change(shop.definition(4), ALWAYS, true, false);
        ProfileId jane = shop.member("03-10", Optional.of(Shop.MELBOURNE));

        shop.until("2025-03-11T00:30:00Z");

        assertThat(shop.rewards(jane))
                .extracting(reward -> reward.definition().id())
                .containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void whoeverMovesAroundTheWorldHasOneBirthday() {
        shop.definition(1);
        ProfileId jane = shop.member("03-10", Optional.of(AUCKLAND));

        shop.until("2025-03-09T12:30:00Z");
        shop.change(jane, "03-10", Shop.MELBOURNE);
        shop.until("2025-03-09T20:30:00Z");
        shop.change(jane, "03-10", LOS_ANGELES);
        shop.until("2025-03-12T12:30:00Z");

        assertThat(shop.rewards(jane)).hasSize(1);
    }

    @Test
    void whoeverMovesToWhereTheDayHasBegunAlreadyStillGetsTheirs() {
        shop.definition(1);
        ProfileId jane = shop.member("03-10", Optional.of(LOS_ANGELES));

        shop.until("2025-03-10T02:30:00Z");
        shop.change(jane, "03-10", AUCKLAND);
        shop.until("2025-03-10T12:30:00Z");

        assertThat(issuedAt(jane)).isEqualTo(Instant.parse("2025-03-09T11:00:00Z"));
        assertThat(shop.counts("2025-03-10")).isEqualTo(Map.of(BirthdayOutcome.ISSUED, 1L));
    }

    @Test
    void aBirthdayThatIsCorrectedIsNotCelebratedTwice() {
        shop.definition(1);
        ProfileId jane = shop.member("03-10", Optional.of(Shop.MELBOURNE));

        shop.until("2025-03-11T00:30:00Z");
        shop.change(jane, "03-20", Shop.MELBOURNE);
        shop.now = Instant.parse("2025-03-19T00:30:00Z");
        shop.until("2025-03-21T00:30:00Z");

        assertThat(shop.rewards(jane)).hasSize(1);
        assertThat(shop.counts("2025-03-20")).isEqualTo(Map.of(BirthdayOutcome.ALREADY_HAD, 1L));
    }

    @Test
    void norOverTheTurnOfTheYear() {
        shop.definition(1);
        shop.now = Instant.parse("2024-11-01T00:30:00Z");
        ProfileId jane = shop.member("12-30", Optional.of(Shop.MELBOURNE));

        shop.until("2024-12-31T00:30:00Z");
        shop.change(jane, "01-02", Shop.MELBOURNE);
        shop.until("2025-01-03T00:30:00Z");

        assertThat(shop.rewards(jane)).hasSize(1);
    }

    @Test
    void aChangeOfDaysBeforeNeitherDoublesNorDropsABirthday() {
        shop.definition(1);
        List<ProfileId> members = IntStream.rangeClosed(1, 25)
                .mapToObj(day -> shop.member("03-%02d".formatted(day), Optional.of(Shop.MELBOURNE)))
                .toList();

        shop.beginAt(Instant.parse("2025-02-27T00:30:00Z"));
        shop.until("2025-03-05T00:30:00Z");
        shop.set(Setting.BIRTHDAY_DAYS_BEFORE, 7);
        shop.until("2025-03-10T00:30:00Z");
        shop.set(Setting.BIRTHDAY_DAYS_BEFORE, 0);
        shop.until("2025-03-26T00:30:00Z");

        assertThat(members)
                .allSatisfy(member -> assertThat(shop.rewards(member)).hasSize(1));
        assertThat(issuedAt(members.get(14))).isEqualTo(Instant.parse("2025-03-07T13:00:00Z"));
        assertThat(issuedAt(members.get(19))).isEqualTo(Instant.parse("2025-03-19T13:00:00Z"));
    }

    @Test
    void aBirthdayInJanuaryThatIsIssuedInDecemberIsOfTheNewYear() {
        shop.definition(1);
        shop.now = Instant.parse("2023-11-01T00:30:00Z");
        ProfileId jane = shop.member("01-03", Optional.of(Shop.MELBOURNE));

        shop.until("2024-01-03T00:30:00Z");
        shop.set(Setting.BIRTHDAY_DAYS_BEFORE, 7);
        shop.beginAt(Instant.parse("2024-12-26T00:30:00Z"));
        shop.until("2024-12-27T00:30:00Z");

        assertThat(shop.rewards(jane)).hasSize(2);
        assertThat(shop.counts("2025-01-03")).isEqualTo(Map.of(BirthdayOutcome.ISSUED, 1L));
    }

    @ParameterizedTest
    @CsvSource({"FEB_28, 2025-02-27T13:00:00Z", "MAR_1, 2025-02-28T13:00:00Z", "LEAP_YEARS_ONLY,"})
    void the29thOfFebruaryIsCelebratedByTheSetting(LeapDay rule, Instant issued) {
        shop.definition(1);
        shop.set(Setting.LEAP_DAY, rule);
        ProfileId jane = shop.member("02-29", Optional.of(Shop.MELBOURNE));
        shop.beginAt(Instant.parse("2025-02-26T00:30:00Z"));

        shop.until("2025-03-03T00:30:00Z");

        assertThat(shop.rewards(jane).stream().map(reward -> reward.span().issuedAt()))
                .isEqualTo(Optional.ofNullable(issued).stream().toList());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 1", "7, 1", "8, 0"})
    void whatWasMissedIsMadeUpForWithinTheSettingsDays(int days, int rewards) {
        shop.definition(1);
        ProfileId jane = shop.member("03-10", Optional.of(Shop.MELBOURNE));

        shop.until("2025-03-09T00:30:00Z");
        shop.now = Instant.parse("2025-03-10T02:30:00Z").plus(Duration.ofDays(days));
        shop.plan();
        shop.work();

        assertThat(shop.rewards(jane))
                .hasSize(rewards)
                .allSatisfy(reward ->
                        assertThat(reward.span().issuedAt()).isEqualTo(Instant.parse("2025-03-09T13:00:00Z")));
    }

    @Test
    void whoeverEntersABirthdayForTomorrowIsReportedAndGetsNothing() {
        shop.definition(1);
        shop.now = Instant.parse("2025-03-08T00:30:00Z");
        ProfileId jane = shop.member("03-10", Optional.of(Shop.MELBOURNE));

        shop.until("2025-03-11T00:30:00Z");

        assertThat(shop.rewards(jane)).isEmpty();
        assertThat(shop.counts("2025-03-10")).isEqualTo(Map.of(BirthdayOutcome.LATE_ENTRY, 1L));
        assertThat(shop.run("2025-03-10").problems()).singleElement().satisfies(problem -> {
            assertThat(problem.profileId()).isEqualTo(jane);
            assertThat(problem.outcome()).isEqualTo(BirthdayOutcome.LATE_ENTRY);
        });
    }

    @Test
    void whoIsDeletedHalfWayOrHasAFullWalletIsReportedAndTheOthersGetTheirs() {
        shop.definition(1);
        ProfileId jane = shop.member("03-10", Optional.of(Shop.MELBOURNE));
        ProfileId full = shop.member("03-10", Optional.of(Shop.MELBOURNE));
        ProfileId gone = shop.member("03-10", Optional.of(Shop.MELBOURNE));
        shop.fill(full);
        shop.until("2025-03-09T12:30:00Z");
        shop.now = Instant.parse("2025-03-09T13:30:00Z");
        shop.plan();
        shop.close(gone);
        shop.work();

        assertThat(shop.rewards(jane)).hasSize(1);
        assertThat(shop.counts("2025-03-10"))
                .isEqualTo(Map.of(
                        BirthdayOutcome.ISSUED, 1L,
                        BirthdayOutcome.WALLET_FULL, 1L,
                        BirthdayOutcome.PROFILE_DELETED, 1L));
    }

    @Test
    void aDefinitionThatIsDeletedMeanwhileIssuesNothingMore() {
        RewardDefinition gone = shop.definition(1);
        shop.definition(2);
        ProfileId jane = shop.member("03-10", Optional.of(Shop.MELBOURNE));
        shop.until("2025-03-09T12:30:00Z");
        shop.now = Instant.parse("2025-03-09T13:30:00Z");
        shop.plan();
        shop.commit(Plan.commit(shop.store.rewardDefinitions().delete(gone), true));
        shop.work();

        assertThat(shop.rewards(jane))
                .singleElement()
                .satisfies(reward -> assertThat(reward.definition().id()).isEqualTo(2));
    }

    @Test
    void aDefinitionThatIsWithdrawnOrWhoseWindowClosesHalfWayIsIssuedNoMore() {
        RewardDefinition unpublished = shop.definition(1);
        RewardDefinition over = shop.definition(2);
        ProfileId first = shop.member("03-10", Optional.of(AUCKLAND));
        ProfileId second = shop.member("03-10", Optional.of(LOS_ANGELES));
        shop.until("2025-03-09T20:30:00Z");
        var _ = shop.change(unpublished, ALWAYS, false, true);
        var _ = shop.change(
                over,
                new RewardDefinition.Window(Optional.empty(), Optional.of(LocalDateTime.parse("2025-03-09T23:59:59"))),
                true,
                true);
        shop.until("2025-03-10T12:30:00Z");

        assertThat(shop.rewards(first)).hasSize(2);
        assertThat(shop.rewards(second)).isEmpty();
        assertThat(shop.counts("2025-03-10"))
                .isEqualTo(Map.of(BirthdayOutcome.ISSUED, 2L, BirthdayOutcome.OUTSIDE_WINDOW, 1L));
    }

    @Test
    void aDefinitionThatIsPublishedDuringTheDayIsIssuedAsTheNextOneBegins() {
        RewardDefinition later = shop.change(shop.definition(1), ALWAYS, false, true);
        ProfileId jane = shop.member("03-10", Optional.of(Shop.MELBOURNE));
        shop.until("2025-03-10T00:30:00Z");
        var _ = shop.change(later, ALWAYS, true, true);
        shop.until("2025-03-10T13:30:00Z");

        assertThat(issuedAt(jane)).isEqualTo(Instant.parse("2025-03-09T13:00:00Z"));
        assertThat(shop.counts("2025-03-10")).isEqualTo(Map.of(BirthdayOutcome.ISSUED, 1L));
    }

    @Test
    void whereTheSettingsZoneMovesToOneWhereTheDayHasBegunNobodyIsLeftOut() {
        shop.definition(1);
        shop.set(Setting.ZONE, LOS_ANGELES);
        ProfileId jane = shop.member("03-10", Optional.empty());

        shop.until("2025-03-10T02:30:00Z");
        shop.set(Setting.ZONE, Shop.MELBOURNE);
        shop.until("2025-03-11T12:30:00Z");

        assertThat(issuedAt(jane)).isEqualTo(Instant.parse("2025-03-09T13:00:00Z"));
    }

    @Test
    void whoeverMovesFromTheFirstZoneToTheLastHasOneBirthdayAlsoWhereItIsLookedAtAgain() {
        shop.definition(1);
        ZoneId kiritimati = ZoneId.of("Pacific/Kiritimati");
        ZoneId niue = ZoneId.of("Pacific/Niue");
        ProfileId jane = shop.member("03-10", Optional.of(kiritimati));

        shop.until("2025-03-09T10:30:00Z");
        for (int moves = 0; moves < 6; moves++) {
            shop.change(jane, moves % 2 == 0 ? "03-10" : "03-11", moves % 2 == 0 ? niue : kiritimati);
            shop.until(shop.now.plus(Duration.ofHours(12)).toString());
        }

        assertThat(shop.rewards(jane)).hasSize(1);
    }

    @Test
    void manyMembersOfOneShardAreSeenToInStretches() {
        shop.definition(1);
        List<ProfileId> members = LongStream.iterate(1, number -> number + 1)
                .mapToObj(number -> new ProfileId(new UUID(0x4000L, Long.MIN_VALUE | number)))
                .filter(BirthdayRunTest::isOfShard0)
                .limit(2_600)
                .map(id -> shop.member(id, "03-10", Optional.of(Shop.MELBOURNE)))
                .toList();
        shop.beginAt(Instant.parse("2025-03-09T13:00:00Z"));
        shop.plan();
        shop.work();

        assertThat(members)
                .allSatisfy(member -> assertThat(shop.store
                                .get(shop.store.wallets().key(member))
                                .orElseThrow()
                                .lots())
                        .hasSize(1));
        assertThat(shop.counts("2025-03-10")).isEqualTo(Map.of(BirthdayOutcome.ISSUED, 2_600L));
        assertThat(shop.run("2025-03-10").reports())
                .filteredOn(report -> !report.isDone())
                .hasSize(1);
    }

    private static boolean isOfShard0(ProfileId id) {
        return Math.floorMod(id.toString().hashCode(), BirthdayPlace.SHARDS) == 0;
    }

    private Instant issuedAt(ProfileId member) {
        return shop.rewards(member).stream()
                .map(reward -> reward.span().issuedAt())
                .reduce((one, other) -> {
                    throw new AssertionError("two rewards");
                })
                .orElseThrow();
    }
}
