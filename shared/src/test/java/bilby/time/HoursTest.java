package bilby.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTest {

    @ParameterizedTest
    @CsvSource({
        "2024-12-05T08:30:15, 1, 2024-12-05T09:30:15",
        "2024-12-05T23:30:15, 1, 2024-12-06T00:30:15",
        "2024-12-31T08:30:15, 48, 2025-01-02T08:30:15",
    })
    void itLastsSoManyHoursToTheSecondAndNotToTheEndOfTheDay(LocalDateTime issued, int hours, LocalDateTime expiry) {
        assertThat(new Validity.Hours(hours).expiry(issued)).isEqualTo(expiry);
    }
}
