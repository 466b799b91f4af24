package bilby.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void addsAndSubtractsToTheCent() {
        assertThat(Money.ofCents(1_010).plus(Money.ofCents(5))).isEqualTo(Money.ofCents(1_015));
        assertThat(Money.ofCents(1_010).minus(Money.ofCents(2_000))).isEqualTo(Money.ofCents(-990));
    }

    @Test
    void aDollarIsAHundredCents() {
        assertThat(Money.ofDollars(20)).isEqualTo(Money.ofCents(2_000));
    }

    @Test
    void isWrittenInDollarsWithTwoDecimals() {
        assertThat(Money.ofCents(1_000)).hasToString("10.00");
        assertThat(Money.ofCents(-5)).hasToString("-0.05");
        assertThat(Money.LARGEST).hasToString("9999999999.99");
    }

    @Test
    void onlyMoreThanNothingIsPositive() {
        assertThat(Money.ofCents(1).isPositive()).isTrue();
        assertThat(Money.ZERO.isPositive()).isFalse();
        assertThat(Money.ofCents(-1).isPositive()).isFalse();
    }

    @Test
    void theLesserAndTheGreaterOfTwoAreTheSameEitherWayRound() {
        Money less = Money.ofCents(-1);
        Money more = Money.ofCents(1);

        assertThat(less.min(more)).isEqualTo(less);
        assertThat(more.min(less)).isEqualTo(less);
        assertThat(less.max(more)).isEqualTo(more);
        assertThat(more.max(less)).isEqualTo(more);
        assertThat(less).isLessThan(more);
    }

    @Test
    void neverWrapsAround() {
        Money most = Money.ofCents(Long.MAX_VALUE);

        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(Money.ofCents(1)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.ofCents(-2).minus(most));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.ofDollars(Long.MAX_VALUE));
    }
}
