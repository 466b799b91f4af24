package bilby.wallet;

import static bilby.wallet.Given.NOW;
import static bilby.wallet.Given.at;
import static bilby.wallet.Given.forever;
import static bilby.wallet.Given.lastSecondOf;
import static bilby.wallet.Given.moved;
import static bilby.wallet.Given.noonOf;
import static bilby.wallet.Given.points;
import static bilby.wallet.Given.redeem;
import static bilby.wallet.Given.reward;
import static bilby.wallet.Given.until;
import static bilby.wallet.Given.walletOf;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.Money;
import bilby.money.Points;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpendingOrderTest {

    private static final Money TEN = Money.ofDollars(10);

    @Test
    void theNearestExpiryIsSpentFirstAndNoExpiryLast() {
        Wallet wallet = walletOf(
                reward(1, TEN, forever()), reward(2, TEN, until("2025-06-30")), reward(3, TEN, until("2025-04-30")));

        assertThat(spentInOrder(wallet, Money.ofDollars(30))).containsExactly(3L, 2L, 1L);
    }

    @Test
    void ofTheSameExpiryTheEarlierIssuedIsSpentFirst() {
        Span earlier = Span.of(noonOf("2025-01-01"), lastSecondOf("2025-06-30"));
        Span later = Span.of(noonOf("2025-01-02"), lastSecondOf("2025-06-30"));
        Wallet wallet = walletOf(reward(1, TEN, later), reward(2, TEN, earlier));

        assertThat(spentInOrder(wallet, Money.ofDollars(20))).containsExactly(2L, 1L);
    }

    @Test
    void ofTheSameExpiryAndIssueTheLesserIdIsSpentFirst() {
        Wallet wallet = walletOf(reward(10, TEN, until("2025-06-30")), reward(9, TEN, until("2025-06-30")));

        assertThat(spentInOrder(wallet, Money.ofDollars(20))).containsExactly(9L, 10L);
    }

    @Test
    void inWhateverOrderLotsWereIssuedTheWalletKeepsThemInOneOrder() {
        Lot reward = reward(1, TEN, forever());
        Lot points = points(1, Points.of(10), forever());

        assertThat(walletOf(points, reward).lots()).containsExactly(reward, points);
        assertThat(walletOf(reward, points).lots()).containsExactly(reward, points);
    }

    @Test
    void theLastLotKeepsWhatIsNotNeeded() {
        Wallet wallet = walletOf(reward(1, TEN, until("2025-04-30")), reward(2, TEN, until("2025-06-30")));

        Wallet after = moved(redeem(Money.ofDollars(13)).on(wallet, at(NOW))).wallet();

        assertThat(after.lots()).containsExactly(reward(2, Money.ofDollars(7), until("2025-06-30")));
    }

    @Test
    void aLotThatIsNotNeededIsNotTouched() {
        Wallet wallet = walletOf(reward(1, TEN, until("2025-04-30")), reward(2, TEN, until("2025-06-30")));

        assertThat(spentInOrder(wallet, TEN)).containsExactly(1L);
    }

    private static List<Long> spentInOrder(Wallet wallet, Money amount) {
        return moved(redeem(amount).on(wallet, at(NOW))).entry().lines().stream()
                .map(line -> line.lot().id())
                .toList();
    }
}
