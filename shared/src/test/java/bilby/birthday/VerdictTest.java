package bilby.birthday;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.catalogue.Period;
import bilby.catalogue.PeriodType;
import bilby.catalogue.RewardDefinition;
import bilby.catalogue.RewardType;
import bilby.money.Money;
import bilby.profile.Birthday;
import bilby.profile.Profile;
import bilby.setting.Setting;
import bilby.setting.Settings;
import bilby.wallet.Given;
import bilby.wallet.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
    private static final LocalDate DATE = LocalDate.parse("2025-03-10");
    private static final Instant BEGUN = Instant.parse("2025-03-09T13:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2024-06-01T00:00:00Z");
    private static final Profile JANE = born("03-10", Optional.of(MELBOURNE), LONG_AGO);
    private static final BirthdayPart PART = part(DATE, JANE);

    @Test
    void itIsDueFromTheBeginningOfTheDayToTheEndOfItsPeriod() {
        assertThat(verdict(JANE))
                .isEqualTo(new Verdict.Due(MELBOURNE, Span.of(BEGUN, Instant.parse("2025-04-09T13:59:59Z"))));
    }

    @Test
    void whereMidnightDoesNotExistItIsDueFromTheFirstSecondThereIs() {
        ZoneId beirut = ZoneId.of("Asia/Beirut");
        Profile nour = born("03-31", Optional.of(beirut), LONG_AGO.minus(Duration.ofDays(365)));
        LocalDate date = LocalDate.parse("2024-03-31");

        Verdict verdict = Verdict.of(
                part(date, nour),
                nour,
                definition(),
                List.of(),
                Settings.DEFAULT,
                Instant.parse("2024-03-30T22:00:00Z"));

        assertThat(verdict)
                .isEqualTo(new Verdict.Due(
                        beirut, Span.of(Instant.parse("2024-03-30T22:00:00Z"), Instant.parse("2024-04-30T20:59:59Z"))));
    }

    @Test
    void whoHasNoZoneIsOfTheSettings() {
        Profile someone = born("03-10", Optional.empty(), LONG_AGO);

        assertThat(verdict(part(DATE, someone), someone)).isInstanceOfSatisfying(Verdict.Due.class, due -> {
            assertThat(due.zone()).isEqualTo(MELBOURNE);
            assertThat(due.span().issuedAt()).isEqualTo(BEGUN);
        });
    }

    @Test
    void whoHasMovedOrHasAnotherBirthdayByNowIsSeenToElsewhere() {
        assertThat(verdict(born("03-10", Optional.of(ZoneId.of("Pacific/Auckland")), LONG_AGO)))
                .isEqualTo(not(BirthdayOutcome.ELSEWHERE));
        assertThat(verdict(born("03-11", Optional.of(MELBOURNE), LONG_AGO))).isEqualTo(not(BirthdayOutcome.ELSEWHERE));
    }

    @Test
    void whatThisPartHasIssuedItHasIssued() {
        assertThat(verdict(JANE, new BirthdayClaim(DATE, 5, PART.name()))).isEqualTo(not(BirthdayOutcome.ISSUED));
    }

    @Test
    void whatAnotherPartHasIssuedForTheSameDayIsThatOnes() {
        assertThat(verdict(JANE, new BirthdayClaim(DATE, 5, "another"))).isEqualTo(not(BirthdayOutcome.ELSEWHERE));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-01, ALREADY_HAD",
        "2025-12-31, ALREADY_HAD",
        "2024-12-31, ALREADY_HAD",
        "2024-05-15, ALREADY_HAD",
        "2024-05-14, DUE",
        "2024-03-10, DUE",
        "2026-01-03, ALREADY_HAD",
        "2026-01-04, DUE"
    })
    void twoBirthdaysAreOfTwoYearsAndThreeHundredDaysApart(LocalDate had, String expected) {
        Verdict verdict = verdict(JANE, new BirthdayClaim(had, 5, PART.name()));

        assertThat(verdict instanceof Verdict.Not(BirthdayOutcome why) ? why.name() : "DUE")
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2025-01-01, 2024, 2025", "2025-08-28, 2024, 2025", "2025-08-29, 2024, 2026", "2025-10-27, 2025, 2026"})
    void onlyTheYearsAroundCanStandInTheWay(LocalDate date, int first, int last) {
        assertThat(BirthdayClaim.yearsAround(date))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(first, last).boxed().toList());
    }

    @ParameterizedTest
    @CsvSource({"2025-02-07T12:59:59Z, DUE", "2025-02-08T12:59:59Z, DUE", "2025-02-08T13:00:00Z, LATE_ENTRY"})
    void aBirthdayMustHaveBeenEnteredThirtyDaysBefore(Instant entered, String expected) {
        Verdict verdict = verdict(born("03-10", Optional.of(MELBOURNE), entered));

        assertThat(verdict instanceof Verdict.Not(BirthdayOutcome why) ? why.name() : "DUE")
                .isEqualTo(expected);
    }

    /** Or whoever says that it is two months away would have the reward tomorrow. */
    @ParameterizedTest
    @CsvSource({"2025-02-08T12:59:59Z, DUE", "2025-02-08T13:00:00Z, LATE_ENTRY"})
    void thatIsBeforeTheRewardIsIssuedAlsoWhereBirthdaysAreKeptEarlier(Instant entered, String expected) {
        Profile early = born("05-09", Optional.of(MELBOURNE), entered);
        BirthdayPart part = part(LocalDate.parse("2025-05-09"), DATE, early);

        Verdict verdict = verdict(part, early);

        assertThat(verdict instanceof Verdict.Not(BirthdayOutcome why) ? why.name() : "DUE")
                .isEqualTo(expected);
    }

    @Test
    void unlessTheSettingSaysOtherwise() {
        Profile today = born("03-10", Optional.of(MELBOURNE), BEGUN);

        assertThat(Verdict.of(PART, today, definition(), List.of(), with(Setting.BIRTHDAY_LATE_ENTRY_DAYS, 0), BEGUN))
                .isInstanceOf(Verdict.Due.class);
    }

    @ParameterizedTest
    @CsvSource({"2025-03-10T00:00:01, 2030-01-01T00:00:00", "2020-01-01T00:00:00, 2025-03-09T23:59:59"})
    void outsideTheDefinitionsWindowNothingIsIssued(LocalDateTime starts, LocalDateTime ends) {
        RewardDefinition closed = definition(new RewardDefinition.Window(Optional.of(starts), Optional.of(ends)), 30);

        assertThat(Verdict.of(PART, JANE, closed, List.of(), Settings.DEFAULT, BEGUN))
                .isEqualTo(not(BirthdayOutcome.OUTSIDE_WINDOW));
    }

    @Test
    void whatWouldHaveExpiredByNowIsNotIssued() {
        RewardDefinition day = definition(new RewardDefinition.Window(Optional.empty(), Optional.empty()), 1);
        Instant last = Instant.parse("2025-03-11T12:59:59Z");

        assertThat(Verdict.of(PART, JANE, day, List.of(), Settings.DEFAULT, last))
                .isInstanceOf(Verdict.Due.class);
        assertThat(Verdict.of(PART, JANE, day, List.of(), Settings.DEFAULT, last.plusSeconds(1)))
                .isEqualTo(not(BirthdayOutcome.OVER));
    }

    private static Verdict verdict(Profile profile, BirthdayClaim... claims) {
        return verdict(PART, profile, claims);
    }

    private static Verdict verdict(BirthdayPart part, Profile profile, BirthdayClaim... claims) {
        return Verdict.of(part, profile, definition(), List.of(claims), Settings.DEFAULT, BEGUN);
    }

    private static Verdict not(BirthdayOutcome why) {
        return new Verdict.Not(why);
    }

    private static BirthdayPart part(LocalDate date, Profile profile) {
        return part(date, date, profile);
    }

    private static BirthdayPart part(LocalDate date, LocalDate issued, Profile profile) {
        BirthdayPlace place = BirthdayPlace.of(profile).orElseThrow();
        return new BirthdayPart(
                date,
                issued,
                BEGUN,
                BirthdayPart.Look.FIRST,
                List.of(place.zone()),
                MELBOURNE,
                List.of(place.day()),
                place.shard(),
                BirthdayPart.Extent.ALL);
    }

    private static Profile born(String day, Optional<ZoneId> zone, Instant entered) {
        return new Profile(
                Given.SOMEONE,
                1,
                Given.COMMIT,
                Optional.of("Jane"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Birthday(MonthDay.parse("--" + day), Optional.empty())),
                Optional.of(entered),
                zone,
                "{}",
                LONG_AGO,
                LONG_AGO);
    }

    private static RewardDefinition definition() {
        return definition(new RewardDefinition.Window(Optional.empty(), Optional.empty()), 30);
    }

    private static RewardDefinition definition(RewardDefinition.Window window, int days) {
        return new RewardDefinition(
                1,
                1,
                Given.COMMIT,
                "Birthday",
                "birthday",
                RewardType.BIRTHDAY,
                Money.ofDollars(10),
                Optional.empty(),
                new Period(PeriodType.DAYS, days, Optional.empty()),
                window,
                true,
                true,
                false,
                "{}",
                LONG_AGO,
                LONG_AGO);
    }

    private static <T> Settings with(Setting<T> setting, T value) {
        return Settings.DEFAULT.with(setting, value, BEGUN);
    }
}
