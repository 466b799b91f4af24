package bilby.point;

import static bilby.wallet.Given.DEFINITION;
import static bilby.wallet.Given.NOW;
import static bilby.wallet.Given.SOMEONE;
import static bilby.wallet.Given.at;
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
import bilby.wallet.Span;
import bilby.wallet.Wallet;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A grant of a hundred points, worth ten dollars, that lasts until the end of June. */
class PointGrantTest {

    private static final Points HUNDRED = Points.of(100);
    private static final Span JUNE = until("2025-06-30");
    private static final PointGrant GRANT = grantHeldAtExpiry(Points.ZERO);
    private static final Wallet UNTOUCHED = walletOf(points(1, HUNDRED, JUNE));

    @Test
    void whatIsLeftOfItIsItsLots() {
        Wallet spentInPart =
                moved(redeem(Money.ofDollars(4)).on(UNTOUCHED, at(NOW))).wallet();

        assertThat(GRANT.remaining(UNTOUCHED)).isEqualTo(HUNDRED);
        assertThat(GRANT.remaining(spentInPart)).isEqualTo(Points.of(60));
        assertThat(GRANT.status(spentInPart, NOW)).isEqualTo(PointStatus.ACTIVE);
    }

    @Test
    void aRewardOfTheSameIdIsAnother() {
        assertThat(GRANT.remaining(walletOf(reward(1, Money.ofDollars(7), JUNE))))
                .isEqualTo(Points.ZERO);
    }

    @Test
    void itIsPendingThenActiveToTheSecondOfItsExpiryThenExpired() {
        Instant issue = noonOf("2025-01-01");
        Instant expiry = lastSecondOf("2025-06-30");

        assertThat(GRANT.status(UNTOUCHED, issue.minusSeconds(1))).isEqualTo(PointStatus.PENDING);
        assertThat(GRANT.status(UNTOUCHED, issue)).isEqualTo(PointStatus.ACTIVE);
        assertThat(GRANT.status(UNTOUCHED, expiry)).isEqualTo(PointStatus.ACTIVE);
        assertThat(GRANT.status(UNTOUCHED, expiry.plusSeconds(1))).isEqualTo(PointStatus.EXPIRED);
    }

    @Test
    void onceSpentItIsSpentWhateverItsTime() {
        Wallet spent = moved(redeem(Money.ofDollars(10)).on(UNTOUCHED, at(NOW))).wallet();

        assertThat(GRANT.remaining(spent)).isEqualTo(Points.ZERO);
        assertThat(GRANT.status(spent, NOW)).isEqualTo(PointStatus.SPENT);
        assertThat(GRANT.status(spent, noonOf("2026-01-01"))).isEqualTo(PointStatus.SPENT);
    }

    @Test
    void expiredItShowsWhatItHeldWhetherOrNotItsExpiryIsRecorded() {
        PointGrant recorded = grantHeldAtExpiry(Points.of(60));
        Wallet empty = Wallet.empty(SOMEONE);

        assertThat(recorded.remaining(empty)).isEqualTo(Points.of(60));
        assertThat(recorded.status(empty, noonOf("2026-01-01"))).isEqualTo(PointStatus.EXPIRED);
    }

    @Test
    void anAdjustedGrantKeepsNothingBesideItsLot() {
        PointGrant adjusted = grantHeldAtExpiry(Points.of(60))
                .adjusted(Points.of(200), until("2025-07-31"), Optional.of("why"), Optional.of("{}"), NOW);

        assertThat(adjusted.heldAtExpiry()).isEqualTo(Points.ZERO);
        assertThat(adjusted.valueInitial()).isEqualTo(Points.of(200));
        assertThat(adjusted.span()).isEqualTo(until("2025-07-31"));
        assertThat(adjusted.description()).contains("why");
        assertThat(adjusted.meta()).contains("{}");
        assertThat(adjusted.updatedAt()).isEqualTo(NOW);
    }

    @Test
    void aStatusIsWrittenInLowerCase() {
        assertThat(PointStatus.PENDING.word()).isEqualTo("pending");
    }

    private static PointGrant grantHeldAtExpiry(Points held) {
        return new PointGrant(
                1,
                1,
                SOMEONE,
                DEFINITION,
                HUNDRED,
                held,
                JUNE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                JUNE.issuedAt(),
                JUNE.issuedAt());
    }
}
