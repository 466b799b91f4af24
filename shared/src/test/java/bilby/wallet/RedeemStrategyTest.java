package bilby.wallet;

import static bilby.wallet.Given.NOW;
import static bilby.wallet.Given.at;
import static bilby.wallet.Given.forever;
import static bilby.wallet.Given.moved;
import static bilby.wallet.Given.points;
import static bilby.wallet.Given.refused;
import static bilby.wallet.Given.reward;
import static bilby.wallet.Given.until;
import static bilby.wallet.Given.walletOf;
import static bilby.wallet.LotKind.POINT;
import static bilby.wallet.LotKind.REWARD;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.Money;
import bilby.money.Points;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ten dollars of rewards that expire last, and a hundred points, worth ten dollars too. */
class RedeemStrategyTest {

    private static final Wallet WALLET =
            walletOf(reward(1, Money.ofDollars(10), forever()), points(2, Points.of(100), until("2025-04-30")));

    @Test
    void rewardsThenPoints() {
        Balances left = balancesAfter(Money.ofDollars(12), REWARD, POINT);

        assertThat(left).isEqualTo(new Balances(Money.ZERO, Points.of(80)));
    }

    @Test
    void pointsThenRewards() {
        Balances left = balancesAfter(Money.ofDollars(12), POINT, REWARD);

        assertThat(left).isEqualTo(new Balances(Money.ofDollars(8), Points.ZERO));
    }

    @Test
    void theSecondIsNotTouchedWhileTheFirstCoversTheAmount() {
        assertThat(balancesAfter(Money.ofDollars(10), REWARD, POINT))
                .isEqualTo(new Balances(Money.ZERO, Points.of(100)));
        assertThat(balancesAfter(Money.ofDollars(10), POINT, REWARD))
                .isEqualTo(new Balances(Money.ofDollars(10), Points.ZERO));
    }

    @Test
    void whatIsNotNamedIsNotSpent() {
        assertThat(balancesAfter(Money.ofDollars(50), REWARD)).isEqualTo(new Balances(Money.ZERO, Points.of(100)));
        assertThat(balancesAfter(Money.ofDollars(50), POINT)).isEqualTo(new Balances(Money.ofDollars(10), Points.ZERO));
    }

    @Test
    void oneThatIsNamedTwiceIsSpentOnce() {
        assertThat(balancesAfter(Money.ofDollars(50), REWARD, REWARD))
                .isEqualTo(new Balances(Money.ZERO, Points.of(100)));
    }

    @Test
    void nothingOfWhatIsNamedIsRefusedHoweverMuchElseThereIs() {
        Wallet rewardsOnly = walletOf(reward(1, Money.ofDollars(10), forever()));

        assertThat(refused(new Redeem(1, Money.ofDollars(1), List.of(POINT), false).on(rewardsOnly, at(NOW))))
                .isEqualTo(new Redeem.Refusal.NothingToSpend());
    }

    private static Balances balancesAfter(Money amount, LotKind... strategies) {
        return moved(new Redeem(1, amount, List.of(strategies), false).on(WALLET, at(NOW)))
                .wallet()
                .balances(NOW);
    }
}
