package bilby.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToEndOfWeekTest {

    @ParameterizedTest
    @CsvSource({
        "2024-12-02T00:00:00, 1, 2024-12-08T23:59:59",
        "2024-12-05T08:30:00, 1, 2024-12-08T23:59:59",
        "2024-12-08T23:59:59, 1, 2024-12-08T23:59:59",
        "2024-12-09T00:00:00, 1, 2024-12-15T23:59:59",
        "2024-12-05T08:30:00, 3, 2024-12-22T23:59:59",
    })
    void aWeekRunsFromMondayToTheEndOfSunday(LocalDateTime issued, int period, LocalDateTime expiry) {
        assertThat(new Validity.ToEndOfWeek(period).expiry(issued)).isEqualTo(expiry);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-12-30T12:00:00, 1, 2025-01-05T23:59:59",
        "2024-12-29T12:00:00, 1, 2024-12-29T23:59:59",
        "2024-12-29T12:00:00, 2, 2025-01-05T23:59:59",
        "2026-12-31T12:00:00, 1, 2027-01-03T23:59:59",
    })
    void aWeekGoesOnOverTheEndOfTheYear(LocalDateTime issued, int period, LocalDateTime expiry) {
        assertThat(new Validity.ToEndOfWeek(period).expiry(issued)).isEqualTo(expiry);
    }
}
