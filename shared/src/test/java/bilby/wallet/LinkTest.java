package bilby.wallet;

import static bilby.wallet.Given.NOW;
import static bilby.wallet.Given.at;
import static bilby.wallet.Given.forever;
import static bilby.wallet.Given.reward;
import static bilby.wallet.Given.walletOf;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.Money;
import org.junit.jupiter.api.Test;

class LinkTest {

    @Test
    void nothingMovesButTheVersionDoes() {
        Wallet wallet = walletOf(reward(1, Money.ofDollars(10), forever()));

        Movement movement = new Link(5).on(wallet, at(NOW));

        assertThat(movement.wallet().lots()).isEqualTo(wallet.lots());
        assertThat(movement.wallet().version()).isEqualTo(wallet.version() + 1);
        assertThat(movement.entry().subject()).isEqualTo(new Subject.OfRedemption(5));
        assertThat(movement.entry().lines()).isEmpty();
    }
}
