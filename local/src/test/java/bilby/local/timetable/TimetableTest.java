package bilby.local.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");

    @ParameterizedTest
    @CsvSource({
        "rate(1 minute),     2026-02-28T12:34:56Z, 2026-02-28T12:35:00Z",
        "rate(15 minutes),   2026-02-28T12:45:00Z, 2026-02-28T13:00:00Z",
        "rate(1 hours),      2026-02-28T12:45:00Z, 2026-02-28T13:00:00Z",
        "rate(1 day),        2026-02-28T12:45:00Z, 2026-03-01T00:00:00Z",
        "rate( 7  days ),    1970-01-01T00:00:00Z, 1970-01-08T00:00:00Z",
    })
    void aRateIsAgainAndAgain(String expression, Instant after, Instant next) {
        assertThat(Timetable.parse(expression, MELBOURNE).next(after)).contains(next);
    }

    // 2026-02-28 is a Saturday.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "* * * * ? *;                2026-02-28T12:34:56Z; 2026-02-28T12:35:00Z",
                "* * * * ? *;                2026-02-28T12:35:00Z; 2026-02-28T12:36:00Z",
                "0 * * * ? *;                2026-02-28T23:00:00Z; 2026-03-01T00:00:00Z",
                "0/20 * * * ? *;             2026-02-28T12:20:00Z; 2026-02-28T12:40:00Z",
                "*/20 * * * ? *;             2026-02-28T12:40:00Z; 2026-02-28T13:00:00Z",
                "5-10/3 4 * * ? *;           2026-02-28T04:05:00Z; 2026-02-28T04:08:00Z",
                "5-10/3 4 * * ? *;           2026-02-28T04:08:00Z; 2026-03-01T04:05:00Z",
                "30,0 9,17 * * ? *;          2026-02-28T09:30:00Z; 2026-02-28T17:00:00Z",
                "0 0 1 * ? *;                2026-02-28T00:00:00Z; 2026-03-01T00:00:00Z",
                "0 0 31 * ? *;               2026-02-28T00:00:00Z; 2026-03-31T00:00:00Z",
                "0 0 29 2 ? *;               2026-02-28T00:00:00Z; 2028-02-29T00:00:00Z",
                "0 0 1 JAN,jul ? *;          2026-02-28T00:00:00Z; 2026-07-01T00:00:00Z",
                "0 0 1 6-8 ? *;              2026-06-01T00:00:00Z; 2026-07-01T00:00:00Z",
                "0 0 1 1 ? 2030-2032;        2026-02-28T00:00:00Z; 2030-01-01T00:00:00Z",
                "0 0 L * ? *;                2026-02-28T00:00:00Z; 2026-03-31T00:00:00Z",
                "0 0 15,L * ? *;             2026-02-28T00:00:00Z; 2026-03-15T00:00:00Z",
                "0 0 28W * ? *;              2026-02-01T00:00:00Z; 2026-02-27T00:00:00Z",
                "0 0 1W * ? *;               2026-02-28T00:00:00Z; 2026-03-02T00:00:00Z",
                "0 0 1W * ? 2026;            2026-07-31T00:00:00Z; 2026-08-03T00:00:00Z",
                "0 0 31W * ? *;              2026-05-01T00:00:00Z; 2026-05-29T00:00:00Z",
                "0 0 31W * ? *;              2026-02-01T00:00:00Z; 2026-03-31T00:00:00Z",
                "0 0 ? * MON-FRI *;          2026-02-28T00:00:00Z; 2026-03-02T00:00:00Z",
                "0 0 ? * 1 *;                2026-02-28T00:00:00Z; 2026-03-01T00:00:00Z",
                "0 0 ? * 7 *;                2026-02-27T00:00:00Z; 2026-02-28T00:00:00Z",
                "0 0 ? * L *;                2026-02-27T00:00:00Z; 2026-02-28T00:00:00Z",
                "0 0 ? * 6L *;               2026-02-27T00:00:00Z; 2026-03-27T00:00:00Z",
                "0 0 ? * FRIL *;             2026-02-20T00:00:00Z; 2026-02-27T00:00:00Z",
                "0 0 ? * TUE#2 *;            2026-02-28T00:00:00Z; 2026-03-10T00:00:00Z",
                "0 0 ? * 3#5 *;              2026-02-28T00:00:00Z; 2026-03-31T00:00:00Z",
            })
    void aCronIsAtMinutesAndHoursOfDays(String fields, Instant after, Instant next) {
        assertThat(cron(fields, UTC).next(after)).contains(next);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 30 2 ? *", "0 0 1 1 ? 2020", "0 0 1 1 ? 1970-2026"})
    void aCronCanBeOver(String fields) {
        assertThat(cron(fields, UTC).next(Instant.parse("2026-02-28T00:00:00Z")))
                .isEmpty();
        assertThat(cron("* * * * ? *", UTC).next(Instant.parse("9999-01-01T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void theHourThatTheClocksLeaveOutIsSkipped() {
        Timetable daily = cron("30 2 * * ? *", MELBOURNE);

        // On 4 October 2026 two o'clock is three.
        assertThat(daily.next(Instant.parse("2026-10-02T16:30:00Z"))).contains(Instant.parse("2026-10-04T15:30:00Z"));
    }

    @Test
    void theHourThatTheClocksRepeatCountsOnce() {
        // On 5 April 2026 three o'clock is two again.
        assertThat(Stream.iterate(
                                Instant.parse("2026-04-04T15:00:00Z"),
                                after -> cron("0/30 2-3 * * ? *", MELBOURNE)
                                        .next(after)
                                        .orElseThrow())
                        .skip(1)
                        .limit(3))
                .containsExactly(
                        Instant.parse("2026-04-04T15:30:00Z"),
                        Instant.parse("2026-04-04T17:00:00Z"),
                        Instant.parse("2026-04-04T17:30:00Z"));
    }

    @Test
    void atIsOnce() {
        Timetable at = Timetable.parse("at(2026-02-28T13:00:00)", MELBOURNE);

        assertThat(at.next(Instant.EPOCH)).contains(Instant.parse("2026-02-28T02:00:00Z"));
        assertThat(at.next(Instant.parse("2026-02-28T02:00:00Z"))).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "every day",
                "rate()",
                "rate(minutes)",
                "rate(-1 minutes)",
                "rate(0 minutes)",
                "rate(1 second)",
                "rate(1.5 hours)",
                "at(2026-02-28)",
                "at(2026-02-30T00:00:00)",
                "at(2026-02-28T00:00:00Z)",
                "cron()",
                "cron(0 0 * * ?)",
                "cron(0 0 * * ? * *)",
                "cron(0 0 * * * *)",
                "cron(0 0 ? * ? *)",
                "cron(60 0 * * ? *)",
                "cron(0 24 * * ? *)",
                "cron(0 0 0 * ? *)",
                "cron(0 0 32 * ? *)",
                "cron(0 0 W * ? *)",
                "cron(0 0 LW * ? *)",
                "cron(0 0 * 13 ? *)",
                "cron(0 0 * MAI ? *)",
                "cron(0 0 ? * 0 *)",
                "cron(0 0 ? * 8 *)",
                "cron(0 0 ? * 3#6 *)",
                "cron(0 0 ? * 3#1,6#3 *)",
                "cron(0 0 ? * FRI-MON *)",
                "cron(0 0 * * ? 2200)",
                "cron(0/0 0 * * ? *)",
                "cron(, 0 * * ? *)",
                "cron(1-2-3 0 * * ? *)",
                "cron(? 0 * * ? *)",
                "cron(0 0 ?,1 * ? *)",
                "cron(99999999999 0 * * ? *)",
            })
    void whatEventBridgeDoesNotKnowIsRefused(String expression) {
        assertThatThrownBy(() -> Timetable.parse(expression, UTC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(" ");
    }

    private static Timetable cron(String fields, ZoneId zone) {
        return Timetable.parse("cron(" + fields + ")", zone);
    }
}
