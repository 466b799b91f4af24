package bilby.wallet;

import static bilby.wallet.Given.NOW;
import static bilby.wallet.Given.at;
import static bilby.wallet.Given.forever;
import static bilby.wallet.Given.reward;
import static bilby.wallet.Given.walletOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bilby.money.Money;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a line must say for a wallet to follow it. */
class FoldTest {

    private static final LotId REWARD = LotId.reward(1);
    private static final Wallet TEN_DOLLARS = walletOf(reward(1, Money.ofDollars(10), forever()));

    @Test
    void anOpenLotKeepsItsSpanWhereTheLineSaysNone() {
        assertThat(after(TEN_DOLLARS, Line.of(REWARD, 100, 1_100)).lots())
                .containsExactly(reward(1, Money.ofDollars(11), forever()));
    }

    @Test
    void aLotThatOpensNeedsItsSpan() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> after(walletOf(), Line.of(REWARD, 100, 100)))
                .withMessage("no span for R1");
        assertThat(after(walletOf(), Line.spanning(REWARD, 100, 100, forever())).lots())
                .containsExactly(reward(1, Money.ofDollars(1), forever()));
    }

    @Test
    void whatRemainsIsWhatWasThereAndTheChange() {
        assertThatIllegalArgumentException().isThrownBy(() -> after(TEN_DOLLARS, Line.of(REWARD, -100, 901)));
    }

    private static Wallet after(Wallet wallet, Line line) {
        return wallet.move(Action.ADJUST, Subject.of(line.lot()), Optional.empty(), List.of(line), at(NOW))
                .wallet();
    }
}
