package bilby.functions.balance;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.functions.http.Json;
import bilby.money.Money;
import bilby.money.Points;
import bilby.setting.Settings;
import bilby.wallet.Balances;
import org.junit.jupiter.api.Test;

class BalancesJsonTest {

    @Test
    void pointsCountByTheirRateRoundedDownToTheCent() {
        Balances balances = new Balances(Money.ofCents(2550), Points.ofHundredths(10009));
        assertThat(Json.text(BalancesJson.of(balances, Settings.DEFAULT)))
                .isEqualTo(("{'reward_balance':25.5,'point_balance':100.09,'point_balance_dollars':10,"
                                + "'benefit_balance':0,'credit_balance':0,'combined_balance_dollars':35.5,"
                                + "'currency':'AUD','localised':{'reward_balance':25.5,"
                                + "'point_balance_dollars':10,'combined_balance_dollars':35.5}}")
                        .replace('\'', '"'));
    }
}
