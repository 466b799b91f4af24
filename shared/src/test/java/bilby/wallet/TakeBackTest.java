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
import bilby.wallet.TakeBack.Granted;
import bilby.wallet.TakeBack.Taken;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TakeBackTest {

    private static final LotId SALES = LotId.points(1);

    @Test
    void whatIsLeftOfTheGrantGoesFirstWheneverItExpires() {
        Wallet wallet = walletOf(points(1, Points.of(30), forever()), points(2, Points.of(50), until("2025-04-01")));

        Taken taken = takeBack(wallet, 20);

        assertThat(lines(taken)).containsExactly("P1 -2000 1000 @" + forever());
        assertThat(taken.points()).isEqualTo(Points.of(20));
        assertThat(taken.fromGranted()).isEqualTo(Points.of(20));
    }

    @Test
    void theMembersOtherPointsFollowTheNearestExpiryFirst() {
        Wallet wallet = walletOf(
                points(1, Points.of(30), until("2025-06-01")),
                points(2, Points.of(50), forever()),
                points(3, Points.of(5), until("2025-04-01")),
                reward(4, Money.ofDollars(9), until("2025-03-11")));

        Taken taken = takeBack(wallet, 40);

        assertThat(lines(taken)).containsExactly("P1 -3000 0 @" + until("2025-06-01"), "P3 -500 0", "P2 -500 4500");
        assertThat(taken.points()).isEqualTo(Points.of(40));
        assertThat(taken.fromGranted()).isEqualTo(Points.of(30));
        assertThat(taken.movement().entry().action()).isEqualTo(Action.ADJUST);
        assertThat(taken.movement().entry().subject()).isEqualTo(new Subject.OfPoints(1));
    }

    @Test
    void neverMoreThanThereIs() {
        Wallet wallet = walletOf(points(1, Points.of(3), forever()), points(2, Points.of(4), forever()));

        Taken taken = takeBack(wallet, 10);

        assertThat(taken.points()).isEqualTo(Points.of(7));
        assertThat(taken.movement().wallet().lots()).isEmpty();
        assertThat(new TakeBack(Optional.empty(), Points.of(10))
                        .on(taken.movement().wallet(), at(NOW)))
                .isEmpty();
    }

    @Test
    void othersThatCannotBeSpentAreLeftAlone() {
        Wallet wallet = walletOf(
                points(2, Points.of(4), until("2025-03-01")),
                points(3, Points.of(4), Span.from(NOW.plusSeconds(1))),
                reward(4, Money.ofDollars(4), forever()));

        assertThat(new TakeBack(Optional.empty(), Points.of(10)).on(wallet, at(NOW)))
                .isEmpty();
    }

    @Test
    void whatTheGrantHeldWhenItExpiredIsLeftOfItWhetherOrNotThatIsRecorded() {
        Lot expired = points(1, Points.of(30), until("2025-03-01"));
        Wallet wallet = walletOf(expired, points(2, Points.of(50), forever()));
        Wallet swept =
                new Expire(List.of(SALES)).on(wallet, at(NOW)).orElseThrow().wallet();
        Granted granted = new Granted(SALES, Points.of(30), expired.span());

        for (Wallet each : List.of(wallet, swept)) {
            Taken taken = new TakeBack(Optional.of(granted), Points.of(20))
                    .on(each, at(NOW))
                    .orElseThrow();
            assertThat(taken.points()).isEqualTo(Points.of(20));
            assertThat(taken.movement().wallet().remaining(SALES)).isEqualTo(1_000);
            assertThat(taken.movement().wallet().balances(NOW).points()).isEqualTo(Points.of(50));
        }
    }

    private static Taken takeBack(Wallet wallet, long amount) {
        Granted granted = wallet.lot(SALES)
                .map(lot -> new Granted(SALES, lot.points(), lot.span()))
                .orElseThrow();
        return new TakeBack(Optional.of(granted), Points.of(amount))
                .on(wallet, at(NOW))
                .orElseThrow();
    }

    private static List<String> lines(Taken taken) {
        return taken.movement().entry().lines().stream().map(Line::toString).toList();
    }
}
