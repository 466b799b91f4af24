package bilby.wallet;

import static bilby.wallet.Given.NOW;
import static bilby.wallet.Given.at;
import static bilby.wallet.Given.moved;
import static bilby.wallet.Given.points;
import static bilby.wallet.Given.redeem;
import static bilby.wallet.Given.reward;
import static bilby.wallet.Given.until;
import static bilby.wallet.Given.walletOf;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.Money;
import bilby.money.Points;
import org.junit.jupiter.api.Test;

class AdjustTest {

    private static final LotId REWARD = LotId.reward(1);
    private static final Span JUNE = until("2025-06-30");
    private static final Wallet TEN_DOLLARS = walletOf(reward(1, Money.ofDollars(10), JUNE));

    @Test
    void setsWhatARewardHoldsUpOrDown() {
        assertThat(adjusted(TEN_DOLLARS, 2_500, JUNE).lots()).containsExactly(reward(1, Money.ofDollars(25), JUNE));
        assertThat(adjusted(TEN_DOLLARS, 1, JUNE).lots()).containsExactly(reward(1, Money.ofCents(1), JUNE));
    }

    @Test
    void setsItsExpiry() {
        Span july = until("2025-07-31");

        assertThat(adjusted(TEN_DOLLARS, 1_000, july).lots()).containsExactly(reward(1, Money.ofDollars(10), july));
    }

    @Test
    void nothingLeftClosesTheLot() {
        assertThat(adjusted(TEN_DOLLARS, 0, JUNE).lots()).isEmpty();
    }

    @Test
    void aSpentRewardIsOpenAgain() {
        Wallet spent =
                moved(redeem(Money.ofDollars(10)).on(TEN_DOLLARS, at(NOW))).wallet();

        assertThat(adjusted(spent, 700, JUNE).lots()).containsExactly(reward(1, Money.ofDollars(7), JUNE));
    }

    @Test
    void anExpiredRewardGivenAnExpiryToComeCountsAgain() {
        Wallet expired = walletOf(reward(1, Money.ofDollars(10), until("2025-02-28")));
        assertThat(expired.balances(NOW).rewards()).isEqualTo(Money.ZERO);

        assertThat(adjusted(expired, 1_000, JUNE).balances(NOW).rewards()).isEqualTo(Money.ofDollars(10));
    }

    @Test
    void pointsAreAdjustedLikewise() {
        Wallet wallet = walletOf(points(1, Points.of(50), JUNE));

        Movement movement = moved(new Adjust(LotId.points(1), 200, JUNE).on(wallet, at(NOW)));

        assertThat(movement.entry().subject()).isEqualTo(new Subject.OfPoints(1));
        assertThat(movement.wallet().balances(NOW).points()).isEqualTo(Points.of(2));
    }

    @Test
    void theEntrySaysBothWhatChangedAndWhatIsLeft() {
        Entry entry =
                moved(new Adjust(REWARD, 250, JUNE).on(TEN_DOLLARS, at(NOW))).entry();

        assertThat(entry.action()).isEqualTo(Action.ADJUST);
        assertThat(entry.lines()).containsExactly(Line.spanning(REWARD, -750, 250, JUNE));
    }

    private static Wallet adjusted(Wallet wallet, long remaining, Span span) {
        return moved(new Adjust(REWARD, remaining, span).on(wallet, at(NOW))).wallet();
    }
}
