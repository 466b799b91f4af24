package bilby.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EarnRateTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1000, 1000",
        "1.5, 1001, 1501",
        "0.333333, 1000, 333",
        "0.000001, 99999, 0",
        "0, 1000, 0",
        "1, 0, 0",
        "1, -1000, 0",
        "1000, 999999999999, 999999999999"
    })
    void dollarsEarnPointsRoundedDownToTheHundredthAndNeverLessThanNone(String rate, long cents, long hundredths) {
        assertThat(new EarnRate(new BigDecimal(rate)).earned(Money.ofCents(cents)))
                .isEqualTo(Points.ofHundredths(hundredths));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.000001", "1000.000001", "0.0000001"})
    void whatIsOutOfRangeIsNoRate(String rate) {
        assertThatThrownBy(() -> new EarnRate(new BigDecimal(rate))).hasMessageStartingWith("not an earn rate");
    }
}
