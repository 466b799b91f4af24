package bilby.wallet;

import static bilby.wallet.Given.NOW;
import static bilby.wallet.Given.at;
import static bilby.wallet.Given.forever;
import static bilby.wallet.Given.lastSecondOf;
import static bilby.wallet.Given.points;
import static bilby.wallet.Given.reward;
import static bilby.wallet.Given.until;
import static bilby.wallet.Given.walletOf;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.Money;
import bilby.money.Points;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpireTest {

    private static final Lot FIRST = reward(1, Money.ofDollars(5), until("2025-02-28"));
    private static final Lot SECOND = points(2, Points.of(30), until("2025-03-05"));
    private static final Lot LIVING = reward(3, Money.ofDollars(7), until("2025-03-10"));
    private static final List<LotId> ALL = List.of(FIRST.id(), SECOND.id(), LIVING.id());
    private static final Wallet WALLET = walletOf(SECOND, LIVING, FIRST);

    @Test
    void allThatHasExpiredIsClosedInOneEntryThatSaysWhenAndHowMuch() {
        Movement movement = new Expire(ALL).on(WALLET, at(NOW)).orElseThrow();

        assertThat(movement.wallet().lots()).containsExactly(LIVING);
        assertThat(movement.entry().action()).isEqualTo(Action.EXPIRE);
        assertThat(movement.entry().subject()).isEqualTo(new Subject.OfReward(1));
        assertThat(movement.entry().lines())
                .containsExactly(
                        Line.spanning(FIRST.id(), -500, 0, FIRST.span()),
                        Line.spanning(SECOND.id(), -3_000, 0, SECOND.span()));
    }

    @Test
    void noBalanceChanges() {
        Movement movement = new Expire(ALL).on(WALLET, at(NOW)).orElseThrow();

        assertThat(movement.entry().balances()).isEqualTo(WALLET.balances(NOW));
    }

    @Test
    void onlyWhatIsAskedForIsClosed() {
        Movement movement = new Expire(List.of(SECOND.id(), LIVING.id()))
                .on(WALLET, at(NOW))
                .orElseThrow();

        assertThat(movement.wallet().lots()).containsExactly(FIRST, LIVING);
    }

    @Test
    void whereNothingHasExpiredNothingIsRecorded() {
        assertThat(new Expire(List.of(LIVING.id(), new LotId(LotKind.REWARD, 4)))
                        .on(walletOf(LIVING, reward(4, Money.ofDollars(1), forever())), at(NOW)))
                .isEmpty();
    }

    @Test
    void theLastSecondOfValidityIsNotOver() {
        assertThat(new Expire(ALL).on(walletOf(FIRST), at(lastSecondOf("2025-02-28"))))
                .isEmpty();
        assertThat(new Expire(ALL)
                        .on(walletOf(FIRST), at(lastSecondOf("2025-02-28").plusSeconds(1))))
                .isPresent();
    }
}
