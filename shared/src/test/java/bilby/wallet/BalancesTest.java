package bilby.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.ExchangeRate;
import bilby.money.Money;
import bilby.money.Points;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class BalancesTest {

    private static final Balances BALANCES = new Balances(Money.ofDollars(10), Points.ofHundredths(1_009));

    @Test
    void pointsAreWorthTheirDollarsRoundedDownToTheCent() {
        assertThat(BALANCES.pointDollars(ExchangeRate.DEFAULT)).isEqualTo(Money.ofCents(100));
        assertThat(BALANCES.pointDollars(new ExchangeRate(new BigDecimal("0.3"))))
                .isEqualTo(Money.ofCents(302));
    }

    @Test
    void combinedTheyAreWhatRewardsAndPointsBuyTogether() {
        assertThat(BALANCES.combined(ExchangeRate.DEFAULT)).isEqualTo(Money.ofDollars(11));
    }
}
