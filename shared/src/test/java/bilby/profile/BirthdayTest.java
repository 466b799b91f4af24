package bilby.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BirthdayTest {

    @ParameterizedTest
    @CsvSource({"4, 31, 2000", "2, 30, 2000", "13, 1, 2000", "0, 1, 2000", "2, 29, 2001", "2, 29, 1900"})
    void aDayThatThereIsNotIsNone(int month, int day, int year) {
        assertThat(Birthday.of(month, day, Optional.of(year))).isEmpty();
    }

    @Test
    void theLeapDayIsOneInALeapYearOrInNoneThatIsKnown() {
        assertThat(Birthday.of(2, 29, Optional.of(2000)).flatMap(Birthday::date))
                .contains(LocalDate.of(2000, 2, 29));
        assertThat(Birthday.of(2, 29, Optional.empty())).isPresent();
    }

    @Test
    void withoutAYearThereIsNoDate() {
        assertThat(Birthday.of(5, 17, Optional.empty()).flatMap(Birthday::date)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-05-16, 2025-05-17",
        "2025-05-17, 2025-05-17",
        "2025-05-18, 2026-05-17",
    })
    void theNextIsTodayOrTheFirstToCome(LocalDate today, LocalDate next) {
        assertThat(birthday(5, 17).next(today)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-01, 2025-02-28",
        "2025-02-28, 2025-02-28",
        "2025-03-01, 2026-02-28",
        "2023-12-31, 2024-02-29",
    })
    void theLeapDayIsKeptOnTheDayBeforeInOtherYears(LocalDate today, LocalDate next) {
        assertThat(birthday(2, 29).next(today)).isEqualTo(next);
    }

    private static Birthday birthday(int month, int day) {
        return Birthday.of(month, day, Optional.empty()).orElseThrow();
    }
}
