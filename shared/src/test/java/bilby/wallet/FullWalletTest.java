package bilby.wallet;

import static bilby.wallet.Given.NOW;
import static bilby.wallet.Given.at;
import static bilby.wallet.Given.forever;
import static bilby.wallet.Given.issueOf;
import static bilby.wallet.Given.lastSecondOf;
import static bilby.wallet.Given.moved;
import static bilby.wallet.Given.noonOf;
import static bilby.wallet.Given.redeem;
import static bilby.wallet.Given.refused;
import static bilby.wallet.Given.reward;
import static bilby.wallet.Given.until;
import static bilby.wallet.Given.walletOf;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.Money;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FullWalletTest {

    private static final Issue ONE_MORE = issueOf(reward(1_000_000, Money.ofDollars(1), forever()));
    private static final Wallet FULL = walletOf(2_000, until("2025-12-31"));

    @Test
    void twoThousandUnexpiredLotsRefuseOneMore() {
        assertThat(refused(ONE_MORE.on(FULL, at(NOW)))).isEqualTo(new Full());
    }

    @Test
    void oneFewerTakesIt() {
        Wallet nearlyFull = walletOf(1_999, until("2025-12-31"));

        assertThat(moved(ONE_MORE.on(nearlyFull, at(NOW))).wallet().lots()).hasSize(2_000);
    }

    @Test
    void lotsStillToBeginCountAndExpiredOnesDoNot() {
        Span toCome = Span.from(noonOf("2025-11-01"));

        assertThat(refused(ONE_MORE.on(walletOf(2_000, toCome), at(NOW)))).isEqualTo(new Full());
        assertThat(moved(ONE_MORE.on(FULL, at(lastSecondOf("2025-12-31").plusSeconds(1))))
                        .wallet()
                        .lots())
                .hasSize(2_001);
    }

    @Test
    void expiredLotsTakeNoRoomButMakeTheWalletCrowded() {
        Wallet wallet = walletOf(4_000, until("2025-02-28"));

        assertThat(moved(ONE_MORE.on(wallet, at(NOW))).wallet().lots()).hasSize(4_001);
        assertThat(wallet.isCrowded()).isTrue();
        assertThat(walletOf(3_999, until("2025-02-28")).isCrowded()).isFalse();
    }

    @Test
    void aSpentLotMakesRoom() {
        Wallet wallet = moved(redeem(Money.ofDollars(1)).on(FULL, at(NOW))).wallet();

        assertThat(moved(ONE_MORE.on(wallet, at(NOW))).wallet().lots()).hasSize(2_000);
    }

    @Test
    void aSpentRewardIsNotOpenedAgainButAnOpenOneIsAdjusted() {
        Adjust reopening = new Adjust(LotId.reward(5_000), 100, forever());
        Adjust open = new Adjust(LotId.reward(1), 500, forever());

        assertThat(refused(reopening.on(FULL, at(NOW)))).isEqualTo(new Full());
        assertThat(moved(open.on(FULL, at(NOW))).wallet().remaining(LotId.reward(1)))
                .isEqualTo(500);
    }

    @Test
    void setToNothingASpentRewardNeedsNoRoom() {
        Adjust toNothing = new Adjust(LotId.reward(5_000), 0, forever());

        assertThat(moved(toNothing.on(FULL, at(NOW))).wallet().lots()).isEqualTo(FULL.lots());
    }

    @Test
    void whatHasExpiredNeedsRoomToLiveAgainThoughItsLotIsStillThere() {
        LotId expired = LotId.reward(5_000);
        Wallet wallet = new Wallet(
                FULL.profileId(),
                FULL.version(),
                FULL.head(),
                FULL.lastEntryAt(),
                true,
                Stream.concat(FULL.lots().stream(), Stream.of(new Lot(expired, 100, until("2025-02-28"))))
                        .toList());

        assertThat(refused(new Adjust(expired, 100, forever()).on(wallet, at(NOW))))
                .isEqualTo(new Full());
        assertThat(moved(new Adjust(expired, 200, until("2025-02-28")).on(wallet, at(NOW)))
                        .wallet()
                        .remaining(expired))
                .isEqualTo(200);
    }
}
