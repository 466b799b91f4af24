package bilby.wallet;

import static bilby.wallet.Given.at;
import static bilby.wallet.Given.lastSecondOf;
import static bilby.wallet.Given.moved;
import static bilby.wallet.Given.noonOf;
import static bilby.wallet.Given.redeem;
import static bilby.wallet.Given.refused;
import static bilby.wallet.Given.reward;
import static bilby.wallet.Given.until;
import static bilby.wallet.Given.walletOf;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.Money;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RedeemInTimeTest {

    private static final Money TEN = Money.ofDollars(10);
    private static final Instant EXPIRY = lastSecondOf("2025-03-31");

    @Test
    void inTheSecondOfItsExpiryARewardIsSpent() {
        Wallet wallet = walletOf(reward(1, TEN, until("2025-03-31")));

        assertThat(wallet.balances(EXPIRY).rewards()).isEqualTo(TEN);
        assertThat(moved(redeem(TEN).on(wallet, at(EXPIRY))).entry().value()).isEqualTo(TEN);
    }

    @Test
    void inTheNextItIsNot() {
        Wallet wallet = walletOf(reward(1, TEN, until("2025-03-31")));
        Instant next = EXPIRY.plusSeconds(1);

        assertThat(wallet.balances(next).rewards()).isEqualTo(Money.ZERO);
        assertThat(refused(redeem(TEN).on(wallet, at(next)))).isEqualTo(new Redeem.Refusal.NothingToSpend());
    }

    @Test
    void beforeItsIssueItIsNot() {
        Instant issue = noonOf("2025-05-01");
        Wallet wallet = walletOf(reward(1, TEN, Span.of(issue, lastSecondOf("2025-05-31"))));

        assertThat(wallet.balances(issue.minusSeconds(1)).rewards()).isEqualTo(Money.ZERO);
        assertThat(refused(redeem(TEN).on(wallet, at(issue.minusSeconds(1)))))
                .isEqualTo(new Redeem.Refusal.NothingToSpend());
        assertThat(moved(redeem(TEN).on(wallet, at(issue))).entry().value()).isEqualTo(TEN);
    }

    @Test
    void anExpiredRewardIsPassedOverForOneThatIsNot() {
        Wallet wallet = walletOf(reward(1, TEN, until("2025-03-31")), reward(2, TEN, until("2025-04-30")));

        Wallet after = moved(redeem(TEN).on(wallet, at(EXPIRY.plusSeconds(1)))).wallet();

        assertThat(after.lots()).containsExactly(reward(1, TEN, until("2025-03-31")));
    }
}
