package bilby.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class PointsTest {

    @Test
    void addAndSubtractToTheHundredth() {
        assertThat(Points.of(3).plus(Points.ofHundredths(7))).isEqualTo(Points.ofHundredths(307));
        assertThat(Points.of(3).minus(Points.ofHundredths(301))).isEqualTo(Points.ofHundredths(-1));
    }

    @Test
    void areWrittenWithTwoDecimals() {
        assertThat(Points.of(100)).hasToString("100.00");
        assertThat(Points.ofHundredths(1)).hasToString("0.01");
    }

    @Test
    void compareByNumber() {
        assertThat(Points.ofHundredths(99)).isLessThan(Points.of(1));
    }

    @Test
    void neverWrapAround() {
        Points most = Points.ofHundredths(Long.MAX_VALUE);

        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(Points.ofHundredths(1)));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Points.of(Long.MAX_VALUE));
    }
}
