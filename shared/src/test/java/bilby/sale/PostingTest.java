package bilby.sale;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.EarnRate;
import bilby.money.Money;
import bilby.money.Points;
import bilby.wallet.Decision;
import bilby.wallet.Expire;
import bilby.wallet.Given;
import bilby.wallet.Issue;
import bilby.wallet.Lot;
import bilby.wallet.LotId;
import bilby.wallet.LotKind;
import bilby.wallet.Moment;
import bilby.wallet.Movement;
import bilby.wallet.Redeem;
import bilby.wallet.Span;
import bilby.wallet.TakeBack;
import bilby.wallet.Wallet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A member with other points, and one sale that is changed again and again. */
class PostingTest {

    private static final LotId GRANT = LotId.points(1_000_000);
    private static final Duration LIFE = Duration.ofDays(30);

    private Wallet wallet = Given.walletOf();
    private Instant now = Given.NOW;
    private Earning earning = Earning.at(EarnRate.NONE);
    private Optional<Span> span = Optional.empty();
    private Points heldAtExpiry = Points.ZERO;
    private long lastId;

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @Test
    void whatIsDueIsGivenAndWhatIsDueNoMoreIsTakenBack() {
        post(80);
        assertThat(wallet.balances(now).points()).isEqualTo(Points.of(80));
        post(100);
        assertThat(wallet.balances(now).points()).isEqualTo(Points.of(100));
        post(30);
        assertThat(wallet.balances(now).points()).isEqualTo(Points.of(30));
        assertThat(wallet.lots()).hasSize(1);
        post(0);
        assertThat(wallet.lots()).isEmpty();
    }

    @Test
    void whatCouldNotBeTakenCountsAsGiven() {
        post(80);
        redeem(Money.ofDollars(5));
        post(0);
        assertThat(earning.given()).isEqualTo(Points.of(50));
        post(60);
        assertThat(wallet.balances(now).points()).isEqualTo(Points.of(10));
    }

    @Test
    void whatIsOwedIsTakenWithTheNextChange() {
        post(80);
        redeem(Money.ofDollars(8));
        post(0);
        others(20);
        post(0);
        assertThat(earning.given()).isEqualTo(Points.of(60));
        assertThat(wallet.lots()).isEmpty();
    }

    @Test
    void aSaleThatIsVoidedAndRestoredLeavesTheWalletAsItWas() {
        others(5);
        post(80);
        List<Lot> lots = wallet.lots();
        now = now.plus(Duration.ofDays(3));
        post(0);
        now = now.plus(Duration.ofDays(3));
        post(80);
        assertThat(wallet.lots()).isEqualTo(lots);
    }

    @Test
    void noPointsGrowYounger() {
        post(80);
        now = now.plus(LIFE).plusSeconds(1);
        post(0);
        post(80);
        assertThat(wallet.balances(now).points()).isEqualTo(Points.ZERO);
        assertThat(earning.given()).isEqualTo(Points.of(80));
    }

    @Test
    void aFullWalletIsGivenNothingUntilThereIsRoom() {
        wallet = Given.walletOf(Wallet.MOST_UNEXPIRED_LOTS, Given.forever());
        assertThat(post(80)).isEqualTo(new Posting.Nothing(earning, true));
        assertThat(earning.given()).isEqualTo(Points.ZERO);
        moved(Given.moved(Given.redeem(Money.ofDollars(1)).on(wallet, moment())));
        post(80);
        assertThat(earning.given()).isEqualTo(Points.of(80));
    }

    /** Whatever else happens to the wallet: given net is what is due, or the rest is owed and nothing is left to take. */
    @ParameterizedTest
    @MethodSource("seeds")
    void afterAnyHistoryTheSaleHasGivenWhatItShouldOrNothingIsLeftToBeTaken(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            now = now.plus(Duration.ofHours(random.nextLong(100)));
            switch (random.nextInt(5)) {
                case 0 -> others(random.nextInt(1, 100));
                case 1 -> redeem(Money.ofCents(random.nextLong(1, 1_500)));
                case 2 -> sweep();
                default -> {
                    Points due = Points.ofHundredths(random.nextInt(3) == 0 ? 0 : random.nextLong(10_000));
                    Points given = earning.given();
                    long held = held();
                    post(due);
                    assertThat(held() - held)
                            .isEqualTo(earning.given().minus(given).hundredths());
                    if (!earning.given().equals(due)) {
                        assertThat(earning.given()).isGreaterThan(due);
                        assertThat(wallet.balances(now).points()).isEqualTo(Points.ZERO);
                        assertThat(left()).isEqualTo(Points.ZERO);
                    }
                }
            }
        }
    }

    /** Where nothing is spent and nothing expires it does not matter by which changes a sale came to be what it is. */
    @ParameterizedTest
    @MethodSource("seeds")
    void onlyTheLastChangeCounts(long seed) {
        Random random = new Random(seed);
        others(7);
        post(1);
        for (int i = 0; i < 20; i++) {
            post(random.nextInt(3) == 0 ? 0 : random.nextInt(100));
        }
        post(42);
        PostingTest other = new PostingTest();
        other.others(7);
        other.post(42);
        assertThat(wallet.lots()).isEqualTo(other.wallet.lots());
        assertThat(earning.given()).isEqualTo(other.earning.given());
    }

    /** All points that are anywhere, also those that have expired. */
    private long held() {
        return wallet.lots().stream().mapToLong(Lot::remaining).sum() + heldAtExpiry.hundredths();
    }

    private Points left() {
        return wallet.lot(GRANT).map(Lot::points).orElse(heldAtExpiry);
    }

    private Posting post(long due) {
        return post(Points.of(due));
    }

    private Posting post(Points due) {
        Posting posting = Posting.of(
                earning,
                due,
                span.map(life -> new TakeBack.Granted(GRANT, left(), life)),
                Optional.of(new Posting.Opening(GRANT, Given.DEFINITION, Span.of(now, now.plus(LIFE)))),
                wallet,
                moment());
        earning = posting.earning();
        switch (posting) {
            case Posting.Nothing nothing -> {}
            case Posting.Opened opened -> {
                wallet = opened.movement().wallet();
                span = Optional.of(opened.opening().span());
            }
            case Posting.Changed changed -> {
                wallet = changed.movement().wallet();
                heldAtExpiry = changed.changesGrant() ? Points.ZERO : heldAtExpiry;
            }
        }
        return posting;
    }

    private void others(long points) {
        LotId lot = LotId.points(++lastId);
        moved(Given.moved(
                new Issue(lot, points * 100, Span.of(now, now.plus(LIFE)), Given.DEFINITION).on(wallet, moment())));
    }

    private void redeem(Money amount) {
        Redeem redeem = new Redeem(1, amount, List.of(LotKind.POINT), false);
        if (redeem.on(wallet, moment()) instanceof Decision.Moved<Redeem.Refusal>(Movement movement)) {
            moved(movement);
        }
    }

    private void sweep() {
        List<LotId> expired = wallet.expired(now).map(Lot::id).toList();
        Points held = wallet.lot(GRANT).map(Lot::points).orElse(Points.ZERO);
        new Expire(expired).on(wallet, moment()).ifPresent(movement -> {
            moved(movement);
            heldAtExpiry = expired.contains(GRANT) ? held : heldAtExpiry;
        });
    }

    private void moved(Movement movement) {
        wallet = movement.wallet();
    }

    private Moment moment() {
        return Given.at(now);
    }
}
