package bilby.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExchangeRateTest {

    private static final ExchangeRate THIRTY_CENTS = rate("0.3");

    @Test
    void aHundredPointsAreTenDollarsByDefault() {
        assertThat(ExchangeRate.DEFAULT.worth(Points.of(100))).isEqualTo(Money.ofDollars(10));
        assertThat(ExchangeRate.DEFAULT.cost(Money.ofDollars(10))).isEqualTo(Points.of(100));
    }

    @Test
    void pointsAreWorthTheirDollarsRoundedDownToTheCent() {
        assertThat(THIRTY_CENTS.worth(Points.ofHundredths(3))).isEqualTo(Money.ZERO);
        assertThat(THIRTY_CENTS.worth(Points.ofHundredths(4))).isEqualTo(Money.ofCents(1));
        assertThat(THIRTY_CENTS.worth(Points.ofHundredths(199))).isEqualTo(Money.ofCents(59));
    }

    @Test
    void dollarsCostTheirPointsRoundedUpToTheHundredth() {
        assertThat(THIRTY_CENTS.cost(Money.ofCents(1))).isEqualTo(Points.ofHundredths(4));
        assertThat(THIRTY_CENTS.cost(Money.ofCents(3))).isEqualTo(Points.ofHundredths(10));
        assertThat(THIRTY_CENTS.cost(Money.ZERO)).isEqualTo(Points.ZERO);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatDollarsCostIsWorthThoseDollarsAndAHundredthOfAPointLessIsNot(long seed) {
        Random random = new Random(seed);
        ExchangeRate rate = anyRate(random);
        Money dollars = Money.ofCents(random.nextLong(1, 100_000_000));
        Points cost = rate.cost(dollars);

        assertThat(rate.worth(cost)).as("seed %d", seed).isEqualTo(dollars);
        assertThat(rate.worth(cost.minus(Points.ofHundredths(1))))
                .as("seed %d", seed)
                .isLessThan(dollars);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatPointsAreWorthNeverCostsMoreThanThosePoints(long seed) {
        Random random = new Random(seed);
        ExchangeRate rate = anyRate(random);
        Points points = Points.ofHundredths(random.nextLong(0, 1_000_000_000));

        assertThat(rate.cost(rate.worth(points))).as("seed %d", seed).isLessThanOrEqualTo(points);
    }

    @Test
    void theLargestAmountHasACostAtTheSmallestRate() {
        assertThat(rate("0.000001").cost(Money.LARGEST).toBigDecimal())
                .isEqualByComparingTo(Money.LARGEST.toBigDecimal().multiply(new BigDecimal(1_000_000)));
    }

    @Test
    void theSameRateIsEqualHoweverManyZerosItIsWrittenWith() {
        assertThat(rate("0.100")).isEqualTo(rate("0.1")).hasToString("0.1");
        assertThat(rate("0.000001")).hasToString("0.000001");
    }

    private static ExchangeRate anyRate(Random random) {
        return new ExchangeRate(BigDecimal.valueOf(random.nextLong(1, 1_000_001), ExchangeRate.LARGEST_SCALE));
    }

    private static ExchangeRate rate(String dollarsPerPoint) {
        return new ExchangeRate(new BigDecimal(dollarsPerPoint));
    }

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }
}
