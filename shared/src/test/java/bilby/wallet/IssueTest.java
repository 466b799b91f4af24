package bilby.wallet;

import static bilby.wallet.Given.DEFINITION;
import static bilby.wallet.Given.NOW;
import static bilby.wallet.Given.SOMEONE;
import static bilby.wallet.Given.at;
import static bilby.wallet.Given.forever;
import static bilby.wallet.Given.issueOf;
import static bilby.wallet.Given.moved;
import static bilby.wallet.Given.points;
import static bilby.wallet.Given.reward;
import static bilby.wallet.Given.until;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.Money;
import bilby.money.Points;
import org.junit.jupiter.api.Test;

class IssueTest {

    private static final Wallet EMPTY = Wallet.empty(SOMEONE);

    @Test
    void aRewardRaisesTheRewardBalance() {
        Movement movement =
                moved(issueOf(reward(1, Money.ofDollars(10), forever())).on(EMPTY, at(NOW)));

        assertThat(movement.wallet().balances(NOW)).isEqualTo(new Balances(Money.ofDollars(10), Points.ZERO));
    }

    @Test
    void pointsRaiseThePointBalance() {
        Movement movement = moved(issueOf(points(1, Points.of(50), forever())).on(EMPTY, at(NOW)));

        assertThat(movement.wallet().balances(NOW)).isEqualTo(new Balances(Money.ZERO, Points.of(50)));
    }

    @Test
    void theEntrySaysWhatWasIssuedByWhichDefinition() {
        Entry entry = moved(issueOf(reward(1, Money.ofDollars(10), until("2025-06-30")))
                        .on(EMPTY, at(NOW)))
                .entry();

        assertThat(entry.version()).isEqualTo(1);
        assertThat(entry.action()).isEqualTo(Action.ISSUE);
        assertThat(entry.subject()).isEqualTo(new Subject.OfReward(1));
        assertThat(entry.definition()).contains(DEFINITION);
        assertThat(entry.lines()).containsExactly(Line.spanning(LotId.reward(1), 1_000, 1_000, until("2025-06-30")));
    }

    @Test
    void whatHasExpiredAlreadyCountsForNoBalance() {
        Movement movement = moved(
                issueOf(reward(1, Money.ofDollars(10), until("2025-02-28"))).on(EMPTY, at(NOW)));

        assertThat(movement.entry().balances().rewards()).isEqualTo(Money.ZERO);
        assertThat(movement.wallet().remaining(LotId.reward(1))).isEqualTo(1_000);
    }

    @Test
    void nothingIsRecordedButOpensNoLot() {
        Movement movement = moved(new Issue(LotId.reward(1), 0, forever(), DEFINITION).on(EMPTY, at(NOW)));

        assertThat(movement.wallet().version()).isEqualTo(1);
        assertThat(movement.wallet().lots()).isEmpty();
    }
}
