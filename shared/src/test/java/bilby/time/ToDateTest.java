package bilby.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class ToDateTest {

    private static final LocalDateTime ISSUED = LocalDateTime.parse("2024-12-05T08:30:00");

    @Test
    void aTimeOfDayIsKept() {
        LocalDateTime noon = LocalDateTime.parse("2025-06-30T12:00:00");

        assertThat(new Validity.ToDate(noon).expiry(ISSUED)).isEqualTo(noon);
    }

    @Test
    void midnightStandsForTheEndOfThatDay() {
        assertThat(new Validity.ToDate(LocalDateTime.parse("2025-06-30T00:00:00")).expiry(ISSUED))
                .isEqualTo("2025-06-30T23:59:59");
    }

    @Test
    void whenItWasIssuedMakesNoDifference() {
        Validity validity = new Validity.ToDate(LocalDateTime.parse("2025-06-30T18:00:00"));

        assertThat(validity.expiry(ISSUED.plusYears(3))).isEqualTo(validity.expiry(ISSUED));
    }
}
