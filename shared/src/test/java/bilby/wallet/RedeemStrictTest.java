package bilby.wallet;

import static bilby.wallet.Given.NOW;
import static bilby.wallet.Given.at;
import static bilby.wallet.Given.forever;
import static bilby.wallet.Given.moved;
import static bilby.wallet.Given.points;
import static bilby.wallet.Given.refused;
import static bilby.wallet.Given.reward;
import static bilby.wallet.Given.walletOf;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.Money;
import bilby.money.Points;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fifteen dollars: ten of a reward, five of points. */
class RedeemStrictTest {

    private static final Wallet WALLET =
            walletOf(reward(1, Money.ofDollars(10), forever()), points(2, Points.of(50), forever()));

    @Test
    void strictIsRefusedWithWhatIsAvailableUnlessTheWholeAmountIsCovered() {
        assertThat(refused(strict(Money.ofCents(1_501)).on(WALLET, at(NOW))))
                .isEqualTo(new Redeem.Refusal.NotCovered(Money.ofDollars(15)));
    }

    @Test
    void strictSpendsTheVeryLastCent() {
        Movement movement = moved(strict(Money.ofDollars(15)).on(WALLET, at(NOW)));

        assertThat(movement.entry().value()).isEqualTo(Money.ofDollars(15));
        assertThat(movement.wallet().lots()).isEmpty();
    }

    @Test
    void otherwiseWhatThereIsIsSpent() {
        Redeem lenient = new Redeem(1, Money.ofDollars(100), List.of(LotKind.REWARD, LotKind.POINT), false);

        assertThat(moved(lenient.on(WALLET, at(NOW))).entry().value()).isEqualTo(Money.ofDollars(15));
    }

    @Test
    void nothingAtAllToSpendIsRefusedEitherWay() {
        Wallet empty = Wallet.empty(Given.SOMEONE);

        assertThat(refused(strict(Money.ofDollars(1)).on(empty, at(NOW))))
                .isEqualTo(new Redeem.Refusal.NothingToSpend());
        assertThat(refused(Given.redeem(Money.ofDollars(1)).on(empty, at(NOW))))
                .isEqualTo(new Redeem.Refusal.NothingToSpend());
    }

    private static Redeem strict(Money amount) {
        return new Redeem(1, amount, List.of(LotKind.REWARD, LotKind.POINT), true);
    }
}
