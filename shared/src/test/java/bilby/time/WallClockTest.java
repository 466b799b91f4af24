package bilby.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WallClockTest {

    private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");

    @Test
    void aMorningInMelbourneIsTheEveningBeforeInUtc() {
        LocalDateTime morning = LocalDateTime.parse("2024-12-05T08:30:00");
        Instant instant = Instant.parse("2024-12-04T21:30:00Z");

        assertThat(WallClock.instant(morning, MELBOURNE)).isEqualTo(instant);
        assertThat(WallClock.local(instant, MELBOURNE)).isEqualTo(morning);
        assertThat(WallClock.utc(instant)).isEqualTo("2024-12-04T21:30:00");
    }

    @Test
    void aTimeThatDaylightSavingLeavesOutMovesForwardByTheGap() {
        Instant instant = WallClock.instant(LocalDateTime.parse("2024-10-06T02:30:00"), MELBOURNE);

        assertThat(WallClock.local(instant, MELBOURNE)).isEqualTo("2024-10-06T03:30:00");
        assertThat(instant).isEqualTo("2024-10-05T16:30:00Z");
    }

    @Test
    void aTimeThatDaylightSavingRepeatsIsTheEarlierOfTheTwo() {
        assertThat(WallClock.instant(LocalDateTime.parse("2025-04-06T02:30:00"), MELBOURNE))
                .isEqualTo("2025-04-05T15:30:00Z");
    }

    @Test
    void theFractionOfASecondIsLeftOff() {
        assertThat(WallClock.toTheSecond(Instant.parse("2024-12-05T08:30:00.999Z")))
                .isEqualTo("2024-12-05T08:30:00Z");
        assertThat(WallClock.toTheSecond(Instant.parse("1969-12-31T23:59:59.5Z")))
                .isEqualTo("1969-12-31T23:59:59Z");
    }
}
