package bilby.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTest {

    private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");

    @ParameterizedTest
    @ValueSource(strings = {"2024-12-05 08:30:00", "2024-12-05T08:30:00", "2024-12-05 08:30", "2024-12-05 08:30:00.9"})
    void aTimeWithoutAZoneIsOnTheWall(String text) {
        assertThat(Time.parse(text).orElseThrow().in(MELBOURNE)).isEqualTo(Instant.parse("2024-12-04T21:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-12-04T21:30:00Z", "2024-12-05T08:30:00+11:00", "2024-12-04 16:30:00-05:00"})
    void aTimeWithAnOffsetIsAnInstant(String text) {
        assertThat(Time.parse(text).orElseThrow().in(MELBOURNE)).isEqualTo(Instant.parse("2024-12-04T21:30:00Z"));
    }

    @Test
    void aDateAloneIsItsMidnight() {
        assertThat(Time.parse("2024-02-29").orElseThrow().wallClock()).isEqualTo(LocalDateTime.of(2024, 2, 29, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "9998-12-31 23:59:59"})
    void theFirstAndTheLastYearAreTaken(String text) {
        assertThat(Time.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29",
                "2024-13-01 00:00:00",
                "2024-12-05 24:00:01",
                "1899-12-31 00:00:00",
                "9999-01-01 00:00:00",
                "+12024-01-01",
                "tomorrow",
                "1733346000",
                "2024-12-05  08:30:00",
                "2024-12-05 08:30:00 Australia/Melbourne"
            })
    void whatIsNoTimeIsRefused(String text) {
        assertThat(Time.parse(text)).isEmpty();
    }
}
