package bilby.wallet;

import static bilby.wallet.Given.NOW;
import static bilby.wallet.Given.SOMEONE;
import static bilby.wallet.Given.at;
import static bilby.wallet.Given.forever;
import static bilby.wallet.Given.moved;
import static bilby.wallet.Given.noonOf;
import static bilby.wallet.Given.points;
import static bilby.wallet.Given.redeem;
import static bilby.wallet.Given.refused;
import static bilby.wallet.Given.reward;
import static bilby.wallet.Given.until;
import static bilby.wallet.Given.walletOf;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.Money;
import bilby.money.Points;
import org.junit.jupiter.api.Test;

class CloseTest {

    private static final Wallet HOLDING =
            walletOf(reward(1, Money.ofDollars(10), until("2025-12-31")), points(2, Points.of(5), forever()));

    @Test
    void aWalletThatHoldsSomethingUnexpiredStaysOpen() {
        assertThat(refused(new Close(false).on(HOLDING, at(NOW)))).isEqualTo(new Close.StillOpen());
    }

    @Test
    void soDoesOneThatHoldsSomethingStillToBegin() {
        Wallet wallet = walletOf(reward(1, Money.ofDollars(10), Span.from(noonOf("2025-11-01"))));

        assertThat(refused(new Close(false).on(wallet, at(NOW)))).isEqualTo(new Close.StillOpen());
    }

    @Test
    void itIsClosedByForceWithAllThatItHolds() {
        Movement movement = moved(new Close(true).on(HOLDING, at(NOW)));

        assertThat(movement.wallet().isOpen()).isFalse();
        assertThat(movement.wallet().lots()).isEmpty();
        assertThat(movement.entry().subject()).isEqualTo(new Subject.OfWallet());
        assertThat(movement.entry().lines())
                .containsExactlyInAnyOrder(Line.of(LotId.reward(1), -1_000, 0), Line.of(LotId.points(2), -500, 0));
    }

    @Test
    void anEmptyWalletIsClosedWithoutForce() {
        assertThat(moved(new Close(false).on(Wallet.empty(SOMEONE), at(NOW)))
                        .wallet()
                        .isOpen())
                .isFalse();
    }

    @Test
    void oneThatHoldsOnlyWhatHasExpiredIsClosedWithoutForce() {
        Wallet wallet = walletOf(reward(1, Money.ofDollars(10), until("2025-02-28")));

        Movement movement = moved(new Close(false).on(wallet, at(NOW)));

        assertThat(movement.wallet().isOpen()).isFalse();
        assertThat(movement.wallet().lots()).isEmpty();
    }

    @Test
    void aClosedWalletHasNothingToSpendAndNeverOpensAgain() {
        Wallet closed = moved(new Close(true).on(HOLDING, at(NOW))).wallet();

        assertThat(refused(redeem(Money.ofDollars(1)).on(closed, at(NOW))))
                .isEqualTo(new Redeem.Refusal.NothingToSpend());
        assertThat(new Link(1).on(closed, at(NOW)).wallet().isOpen()).isFalse();
    }
}
