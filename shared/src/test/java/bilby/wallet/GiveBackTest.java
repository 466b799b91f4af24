package bilby.wallet;

import static bilby.wallet.Given.NOW;
import static bilby.wallet.Given.at;
import static bilby.wallet.Given.forever;
import static bilby.wallet.Given.points;
import static bilby.wallet.Given.reward;
import static bilby.wallet.Given.until;
import static bilby.wallet.Given.walletOf;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.Money;
import bilby.money.Points;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GiveBackTest {

    private static final Lot OPEN = reward(1, Money.ofDollars(4), until("2025-06-30"));
    private static final Wallet WALLET = walletOf(OPEN);

    @Test
    void anOpenLotHoldsMoreAndKeepsItsSpan() {
        Movement movement = giveBack(WALLET, part(OPEN.id(), 600, until("2025-12-31")));

        assertThat(movement.wallet().lots()).containsExactly(reward(1, Money.ofDollars(10), until("2025-06-30")));
        assertThat(movement.entry().lines()).containsExactly(Line.of(OPEN.id(), 600, 1_000));
    }

    @Test
    void aLotThatWasSpentWholeIsOpenAgainWithTheSpanThatIsSaid() {
        Movement movement = giveBack(WALLET, part(LotId.reward(2), 600, until("2025-05-31")));

        assertThat(movement.wallet().lots()).containsExactly(reward(2, Money.ofDollars(6), until("2025-05-31")), OPEN);
        assertThat(movement.entry().lines())
                .containsExactly(Line.spanning(LotId.reward(2), 600, 600, until("2025-05-31")));
    }

    @Test
    void theLineOfANewLotSaysItsDefinition() {
        Movement movement = giveBack(
                WALLET,
                new GiveBack.Part(LotId.reward(2), 600, Money.ofDollars(6), forever(), Optional.of(Given.DEFINITION)));

        assertThat(movement.entry().lines())
                .extracting(Line::definition)
                .containsExactly(Optional.of(Given.DEFINITION));
        assertThat(movement.entry().definition()).isEmpty();
    }

    @Test
    void aLineOfPointsSaysTheDollarsThatTheyWereTakenFor() {
        Wallet wallet = walletOf(points(3, Points.of(100), forever()));

        Movement movement = giveBack(
                wallet, new GiveBack.Part(LotId.points(3), 5_000, Money.ofDollars(7), forever(), Optional.empty()));

        assertThat(movement.entry().lines())
                .containsExactly(Line.worth(LotId.points(3), 5_000, 15_000, Money.ofDollars(7)));
        assertThat(movement.entry().value()).isEqualTo(Money.ofDollars(7));
    }

    @Test
    void whereAllOfItIsForfeitedTheLedgerSaysThatNothingCameBack() {
        Movement movement = giveBack(WALLET);

        assertThat(movement.entry().lines()).isEmpty();
        assertThat(movement.wallet().lots()).containsExactly(OPEN);
        assertThat(movement.wallet().version()).isEqualTo(WALLET.version() + 1);
        assertThat(movement.entry().balances()).isEqualTo(WALLET.balances(NOW));
    }

    @Test
    void itIsNotRefusedForWantOfRoom() {
        Wallet full = walletOf(Wallet.MOST_UNEXPIRED_LOTS, forever());

        Movement movement = giveBack(full, part(LotId.reward(5_001), 100, forever()));

        assertThat(movement.wallet().lots()).hasSize(Wallet.MOST_UNEXPIRED_LOTS + 1);
    }

    @Test
    void theEntryNamesTheUndoingTheRedemptionAndHowMuchOfIt() {
        Entry entry =
                giveBack(WALLET, part(OPEN.id(), 600, until("2025-06-30"))).entry();

        assertThat(entry.action()).isEqualTo(Action.RETURN);
        assertThat(entry.text()).contains("subject undoing 10 9 700\n");
        assertThat(Entry.parse(entry.text())).isEqualTo(entry);
    }

    @Test
    void theEntryFoldsIntoTheWalletAfterIt() {
        Movement movement = giveBack(
                WALLET,
                part(OPEN.id(), 600, until("2025-06-30")),
                part(LotId.reward(2), 50, until("2025-05-31")),
                new GiveBack.Part(
                        LotId.points(3), 5_000, Money.ofDollars(5), forever(), Optional.of(Given.DEFINITION)));

        assertThat(WALLET.after(Entry.parse(movement.entry().text()))).isEqualTo(movement.wallet());
    }

    /** Seven dollars of the redemption are returned, whatever comes back. */
    private static Movement giveBack(Wallet wallet, GiveBack.Part... parts) {
        return new GiveBack(Action.RETURN, new Subject.OfUndoing(10, 9, Money.ofDollars(7)), List.of(parts))
                .on(wallet, at(NOW));
    }

    private static GiveBack.Part part(LotId lot, long cents, Span span) {
        return new GiveBack.Part(lot, cents, Money.ofCents(cents), span, Optional.empty());
    }
}
