package bilby.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToEndOfMonthTest {

    @ParameterizedTest
    @CsvSource({
        "2024-12-01T00:00:00, 1, 2024-12-31T23:59:59",
        "2024-12-31T23:59:59, 1, 2024-12-31T23:59:59",
        "2024-12-05T08:30:00, 2, 2025-01-31T23:59:59",
        "2025-01-31T10:00:00, 2, 2025-02-28T23:59:59",
        "2024-01-31T10:00:00, 2, 2024-02-29T23:59:59",
        "2025-01-31T10:00:00, 4, 2025-04-30T23:59:59",
        "2025-02-28T10:00:00, 2, 2025-03-31T23:59:59",
    })
    void itEndsWithTheLastDayOfTheMonthThatManyAfterTheOneOfIssue(
            LocalDateTime issued, int period, LocalDateTime expiry) {
        assertThat(new Validity.ToEndOfMonth(period).expiry(issued)).isEqualTo(expiry);
    }
}
