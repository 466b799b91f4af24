package bilby.functions.birthday;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.birthday.BirthdayOutcome;
import bilby.birthday.BirthdayPlace;
import bilby.store.Dynamo;
import bilby.store.OnEachDynamo;
import bilby.wallet.ProfileId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days whose beginning is not what one would think, planned by the hour and issued through the store. */
@OnEachDynamo
class AwkwardMidnightsTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");

    private final Shop shop;

    AwkwardMidnightsTest(Dynamo dynamo) {
        shop = new Shop(dynamo.client());
    }

    /**
     * @param birthday the date that is celebrated
     * @param begins the first instant of the local day
     * @param expires the last second of the local day thirty days later
     * @param next the first instant of the day after, when the day is looked at once more
     */
    @ParameterizedTest
    @CsvSource({
        // The clocks go from midnight to one o'clock.
        "Asia/Beirut, 2024-03-31, 2024-03-30T22:00:00Z, 2024-04-30T20:59:59Z, 2024-03-31T21:00:00Z",
        // They go from one o'clock back to midnight, which comes twice.
        "America/Havana, 2024-11-03, 2024-11-03T04:00:00Z, 2024-12-04T04:59:59Z, 2024-11-04T05:00:00Z",
        "Atlantic/Azores, 2024-10-27, 2024-10-27T00:00:00Z, 2024-11-27T00:59:59Z, 2024-10-28T01:00:00Z",
        // They go from midnight back to eleven of the day before.
        "America/Sao_Paulo, 2018-02-18, 2018-02-18T03:00:00Z, 2018-03-21T02:59:59Z, 2018-02-19T03:00:00Z",
        // There was no 30 December: those who were born on it celebrate with those of the day after.
        "Pacific/Apia, 2011-12-30, 2011-12-30T10:00:00Z, 2012-01-30T09:59:59Z, 2011-12-31T10:00:00Z",
        "Pacific/Apia, 2011-12-31, 2011-12-30T10:00:00Z, 2012-01-30T09:59:59Z, 2011-12-31T10:00:00Z",
        // The first and the last zone of a date, and one whose daylight saving is half an hour.
        "Pacific/Kiritimati, 2024-03-31, 2024-03-30T10:00:00Z, 2024-04-30T09:59:59Z, 2024-03-31T10:00:00Z",
        "Pacific/Niue, 2024-03-31, 2024-03-31T11:00:00Z, 2024-05-01T10:59:59Z, 2024-04-01T11:00:00Z",
        "Australia/Lord_Howe, 2024-10-06, 2024-10-05T13:30:00Z, 2024-11-05T12:59:59Z, 2024-10-06T13:00:00Z"
    })
    void eachMemberGetsOneFromTheFirstInstantOfTheDayToTheEndOfTheLast(
            ZoneId zone, LocalDate birthday, Instant begins, Instant expires, Instant next) {
        shop.now = begins.minus(Duration.ofDays(100));
        shop.definition(1);
        ProfileId member = shop.member(birthday.format(DAY), Optional.of(zone));
        Instant hour = begins.truncatedTo(ChronoUnit.HOURS);

        planByTheHour(hour.minus(HOUR), hour, member);
        assertThat(shop.rewards(member)).isEmpty();
        planByTheHour(hour, hour.plus(HOUR).plus(HOUR).plus(HOUR), member);
        planByTheHour(next.truncatedTo(ChronoUnit.HOURS), next.plus(HOUR).plus(HOUR), member);

        assertThat(shop.rewards(member)).singleElement().satisfies(reward -> {
            assertThat(reward.zone()).isEqualTo(zone);
            assertThat(reward.span().issuedAt()).isEqualTo(begins);
            assertThat(reward.span().expiresAt()).contains(expires);
        });
        assertThat(shop.counts(birthday.toString())).isEqualTo(Map.of(BirthdayOutcome.ISSUED, 1L));
    }

    /**
     * Plans each hour, as if all before the first had been planned, and does what is asked for the member's shard: nobody is in
     * the others.
     *
     * @param end no plan is made then any more
     */
    private void planByTheHour(Instant from, Instant end, ProfileId member) {
        int shard = BirthdayPlace.of(
                        shop.store.get(shop.store.profiles().key(member)).orElseThrow())
                .orElseThrow()
                .shard();
        shop.beginAt(from.minus(HOUR));
        for (Instant now = from; now.isBefore(end); now = now.plus(HOUR)) {
            shop.now = now;
            shop.plan();
            shop.queue.removeIf(message -> PartMessage.read(message).shard() != shard);
            shop.work();
        }
    }
}
