package bilby.birthday;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.setting.LeapDay;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CelebrationTest {

    private static final MonthDay LEAP = MonthDay.of(2, 29);

    @ParameterizedTest
    @CsvSource({
        "FEB_28, 2025, 2025-02-28",
        "MAR_1, 2025, 2025-03-01",
        "FEB_28, 2024, 2024-02-29",
        "MAR_1, 2024, 2024-02-29",
        "LEAP_YEARS_ONLY, 2024, 2024-02-29",
        "FEB_28, 2100, 2100-02-28"
    })
    void the29thOfFebruaryIsCelebratedByTheSetting(LeapDay rule, int year, LocalDate date) {
        assertThat(in(year, LEAP, rule)).contains(date);
        assertThat(Celebration.on(date, rule)).contains(LEAP);
    }

    @Test
    void orNotAtAll() {
        assertThat(in(2025, LEAP, LeapDay.LEAP_YEARS_ONLY)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyBirthdayIsCelebratedOnTheOneDateOfAYearThatItsRuleSays(LeapDay rule) {
        for (int year : List.of(2023, 2024, 2025, 2100)) {
            LocalDate first = LocalDate.of(year, 1, 1);
            for (int day = 0; day < 366; day++) {
                MonthDay birthday = MonthDay.from(LocalDate.of(2024, 1, 1).plusDays(day));
                List<LocalDate> dates = IntStream.range(0, first.lengthOfYear())
                        .mapToObj(first::plusDays)
                        .filter(date -> Celebration.on(date, rule).contains(birthday))
                        .toList();

                assertThat(dates)
                        .as(birthday + " in " + year)
                        .isEqualTo(in(year, birthday, rule).stream().toList());
            }
        }
    }

    /** When a birthday is celebrated in a year, as docs/birthdays.md says it. */
    private static Optional<LocalDate> in(int year, MonthDay birthday, LeapDay rule) {
        if (birthday.isValidYear(year)) {
            return Optional.of(birthday.atYear(year));
        }
        return switch (rule) {
            case FEB_28 -> Optional.of(LocalDate.of(year, 2, 28));
            case MAR_1 -> Optional.of(LocalDate.of(year, 3, 1));
            case LEAP_YEARS_ONLY -> Optional.empty();
        };
    }
}
