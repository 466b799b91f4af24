package bilby.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDateTime;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What two of each kind come to, from Thursday, 5 December 2024, on. */
class PeriodTest {

    private static final LocalDateTime ISSUED = LocalDateTime.parse("2024-12-05T08:30:00");

    @ParameterizedTest
    @CsvSource({
        "HOURS, 2024-12-05T10:30:00",
        "DAYS, 2024-12-07T23:59:59",
        "WEEKS, 2024-12-19T23:59:59",
        "MONTHS, 2025-02-05T23:59:59",
        "YEARS, 2026-12-05T23:59:59",
        "ABSOLUTE_WEEK, 2024-12-15T23:59:59",
        "ABSOLUTE_MONTH, 2025-01-31T23:59:59",
    })
    void countsHoursDaysWeeksMonthsAndYears(PeriodType type, LocalDateTime expiry) {
        assertThat(new Period(type, 2, Optional.empty()).validity().expiry(ISSUED))
                .isEqualTo(expiry);
    }

    @Test
    void anAbsoluteDateIsTheSameForAll() {
        LocalDateTime last = LocalDateTime.parse("2025-06-30T18:00:00");

        assertThat(new Period(PeriodType.ABSOLUTE_DATE, 2, Optional.of(last))
                        .validity()
                        .expiry(ISSUED))
                .isEqualTo(last);
    }

    @Test
    void anAbsoluteDateNeedsItsDate() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> new Period(PeriodType.ABSOLUTE_DATE, 2, Optional.empty()).validity());
    }
}
