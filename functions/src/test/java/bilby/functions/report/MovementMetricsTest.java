package bilby.functions.report;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.Money;
import bilby.money.Points;
import bilby.wallet.Entry;
import bilby.wallet.Given;
import bilby.wallet.Movement;
import bilby.wallet.Wallet;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovementMetricsTest {

    /** The default rate makes a hundred points a dollar. */
    @Test
    void whatWasRedeemedIsCountedInCentsRewardsAndPointsAlike() {
        Wallet wallet = Given.walletOf(
                Given.reward(1, Money.ofCents(300), Given.forever()),
                Given.points(2, points(100_000), Given.forever()));
        Entry entry = redeemed(wallet, 500);

        assertThat(MovementMetrics.of(List.of(entry, entry)))
                .containsEntry("Redemptions", 2L)
                .containsEntry("RedeemedCents", 1_000L)
                .containsEntry("IssuedCents", 0L)
                .containsEntry("ReturnedCents", 0L);
    }

    @Test
    void whatWasIssuedIsNotTakenForRedeemed() {
        Movement issued = Given.moved(Given.issueOf(Given.reward(1, Money.ofCents(300), Given.forever()))
                .on(Given.walletOf(), Given.at(Given.NOW)));

        assertThat(MovementMetrics.of(List.of(issued.entry())))
                .containsEntry("Redemptions", 0L)
                .containsEntry("RedeemedCents", 0L)
                .containsEntry("IssuedCents", 300L);
    }

    private static Points points(long hundredths) {
        return Points.ofHundredths(hundredths);
    }

    private static Entry redeemed(Wallet wallet, long cents) {
        return Given.moved(Given.redeem(Money.ofCents(cents)).on(wallet, Given.at(Given.NOW)))
                .entry();
    }
}
