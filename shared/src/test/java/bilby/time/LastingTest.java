package bilby.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastingTest {

    @ParameterizedTest
    @CsvSource({
        "2024-12-05T08:30:00, 30, DAYS, 2025-01-04T23:59:59",
        "2024-12-05T00:00:00, 1, DAYS, 2024-12-06T23:59:59",
        "2024-12-05T23:59:59, 1, DAYS, 2024-12-06T23:59:59",
        "2024-12-05T08:30:00, 2, WEEKS, 2024-12-19T23:59:59",
        "2024-12-05T08:30:00, 3, MONTHS, 2025-03-05T23:59:59",
        "2024-12-05T08:30:00, 1, YEARS, 2025-12-05T23:59:59",
    })
    void itLastsToTheEndOfTheLocalDayThatManyUnitsAfterIssue(
            LocalDateTime issued, int period, ChronoUnit unit, LocalDateTime expiry) {
        assertThat(new Validity.Lasting(period, unit).expiry(issued)).isEqualTo(expiry);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-31T10:00:00, 1, 2025-02-28T23:59:59",
        "2024-01-31T10:00:00, 1, 2024-02-29T23:59:59",
        "2025-01-31T10:00:00, 3, 2025-04-30T23:59:59",
        "2025-01-31T10:00:00, 2, 2025-03-31T23:59:59",
    })
    void aMonthTooShortForTheDayEndsItOnItsLastDay(LocalDateTime issued, int months, LocalDateTime expiry) {
        assertThat(new Validity.Lasting(months, ChronoUnit.MONTHS).expiry(issued))
                .isEqualTo(expiry);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29T10:00:00, 1, YEARS, 2025-02-28T23:59:59",
        "2024-02-29T10:00:00, 4, YEARS, 2028-02-29T23:59:59",
        "2024-02-28T10:00:00, 1, DAYS, 2024-02-29T23:59:59",
        "2025-02-28T10:00:00, 1, DAYS, 2025-03-01T23:59:59",
    })
    void leapYearsCount(LocalDateTime issued, int period, ChronoUnit unit, LocalDateTime expiry) {
        assertThat(new Validity.Lasting(period, unit).expiry(issued)).isEqualTo(expiry);
    }
}
