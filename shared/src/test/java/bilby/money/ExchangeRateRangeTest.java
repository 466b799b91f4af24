package bilby.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeRateRangeTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.000001", "0.1", "0.123456", "1", "1.0000000"})
    void aRateAboveNothingAndUpToADollarIsTaken(String dollarsPerPoint) {
        assertThat(new ExchangeRate(new BigDecimal(dollarsPerPoint)).dollarsPerPoint())
                .isEqualByComparingTo(dollarsPerPoint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.1", "1.000001", "10", "0.0000001", "0.1234567"})
    void anyOtherIsRefused(String dollarsPerPoint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExchangeRate(new BigDecimal(dollarsPerPoint)))
                .withMessageStartingWith("not an exchange rate");
    }
}
