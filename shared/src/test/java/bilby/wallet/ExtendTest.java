package bilby.wallet;

import static bilby.wallet.Given.NOW;
import static bilby.wallet.Given.at;
import static bilby.wallet.Given.forever;
import static bilby.wallet.Given.lastSecondOf;
import static bilby.wallet.Given.moved;
import static bilby.wallet.Given.noonOf;
import static bilby.wallet.Given.refused;
import static bilby.wallet.Given.reward;
import static bilby.wallet.Given.until;
import static bilby.wallet.Given.walletOf;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtendTest {

    private static final Lot LIVING = reward(1, Money.ofDollars(5), until("2025-06-30"));
    private static final Lot EXPIRED = reward(2, Money.ofDollars(5), until("2025-02-28"));
    private static final Lot TO_COME = reward(3, Money.ofDollars(5), Span.from(noonOf("2025-11-01")));
    private static final Lot OTHER = reward(4, Money.ofDollars(7), until("2025-07-31"));

    private static Extend extend(Lot... lots) {
        return new Extend(List.of(lots).stream()
                .map(lot -> new Extend.Extension(lot.id(), lastSecondOf("2025-12-31")))
                .toList());
    }

    @Test
    void eachLotKeepsItsIssueAndItsValueAndLivesLonger() {
        Movement movement = moved(extend(LIVING, OTHER).on(walletOf(LIVING, EXPIRED, OTHER), at(NOW)));

        assertThat(movement.wallet().lots())
                .containsExactlyInAnyOrder(
                        EXPIRED,
                        new Lot(LIVING.id(), 500, until("2025-12-31")),
                        new Lot(OTHER.id(), 700, until("2025-12-31")));
        assertThat(movement.entry().action()).isEqualTo(Action.EXTEND);
        assertThat(movement.entry().subject()).isEqualTo(new Subject.OfReward(1));
        assertThat(movement.entry().value()).isEqualTo(Money.ZERO);
    }

    @Test
    void oneThatCannotBeSpentNowKeepsAllFromBeingExtended() {
        Lot spent = reward(9, Money.ofDollars(1), forever());

        assertThat(refused(extend(LIVING, EXPIRED, TO_COME, spent).on(walletOf(LIVING, EXPIRED, TO_COME), at(NOW))))
                .isEqualTo(new Extend.NotActive(List.of(EXPIRED.id(), TO_COME.id(), spent.id())));
    }
}
