package bilby.wallet;

import static bilby.wallet.Given.NOW;
import static bilby.wallet.Given.at;
import static bilby.wallet.Given.forever;
import static bilby.wallet.Given.moved;
import static bilby.wallet.Given.redeem;
import static bilby.wallet.Given.reward;
import static bilby.wallet.Given.walletOf;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.Money;
import org.junit.jupiter.api.Test;

class RemoveTest {

    private static final Wallet TEN_AND_FIVE =
            walletOf(reward(1, Money.ofDollars(10), forever()), reward(2, Money.ofDollars(5), forever()));

    @Test
    void whatTheRewardHoldsLeavesTheWalletAndNothingElseDoes() {
        Movement movement = new Remove(LotId.reward(1)).on(TEN_AND_FIVE, at(NOW));

        assertThat(movement.wallet().lots()).containsExactly(reward(2, Money.ofDollars(5), forever()));
        assertThat(movement.entry().action()).isEqualTo(Action.DELETE);
        assertThat(movement.entry().lines()).containsExactly(Line.of(LotId.reward(1), -1_000, 0));
        assertThat(movement.wallet().isOpen()).isTrue();
    }

    @Test
    void aSpentRewardIsRecordedAsDeletedToo() {
        Wallet spent =
                moved(redeem(Money.ofDollars(10)).on(TEN_AND_FIVE, at(NOW))).wallet();

        Movement movement = new Remove(LotId.reward(1)).on(spent, at(NOW));

        assertThat(movement.entry().lines()).containsExactly(Line.of(LotId.reward(1), 0, 0));
        assertThat(movement.wallet().lots()).isEqualTo(spent.lots());
        assertThat(movement.wallet().version()).isEqualTo(spent.version() + 1);
    }
}
