package bilby.reward;

import static bilby.wallet.Given.DEFINITION;
import static bilby.wallet.Given.NOW;
import static bilby.wallet.Given.SOMEONE;
import static bilby.wallet.Given.at;
import static bilby.wallet.Given.lastSecondOf;
import static bilby.wallet.Given.moved;
import static bilby.wallet.Given.noonOf;
import static bilby.wallet.Given.redeem;
import static bilby.wallet.Given.reward;
import static bilby.wallet.Given.until;
import static bilby.wallet.Given.walletOf;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.Money;
import bilby.wallet.Span;
import bilby.wallet.Wallet;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A reward of ten dollars that lasts until the end of June. */
class RewardTest {

    private static final Money TEN = Money.ofDollars(10);
    private static final Span JUNE = until("2025-06-30");
    private static final Reward REWARD = rewardHeldAtExpiry(Money.ZERO);
    private static final Wallet UNTOUCHED = walletOf(reward(1, TEN, JUNE));

    @Test
    void whatIsLeftOfItIsItsLots() {
        Wallet spentInPart =
                moved(redeem(Money.ofDollars(4)).on(UNTOUCHED, at(NOW))).wallet();

        assertThat(REWARD.remaining(UNTOUCHED)).isEqualTo(TEN);
        assertThat(REWARD.remaining(spentInPart)).isEqualTo(Money.ofDollars(6));
        assertThat(REWARD.isActive(spentInPart, NOW)).isTrue();
    }

    @Test
    void onceSpentNothingIsLeftAndItIsNotActive() {
        Wallet spent = moved(redeem(TEN).on(UNTOUCHED, at(NOW))).wallet();

        assertThat(REWARD.remaining(spent)).isEqualTo(Money.ZERO);
        assertThat(REWARD.isActive(spent, NOW)).isFalse();
    }

    @Test
    void itIsActiveFromItsIssueToTheSecondOfItsExpiry() {
        Instant issue = noonOf("2025-01-01");
        Instant expiry = lastSecondOf("2025-06-30");

        assertThat(REWARD.isActive(UNTOUCHED, issue.minusSeconds(1))).isFalse();
        assertThat(REWARD.isActive(UNTOUCHED, issue)).isTrue();
        assertThat(REWARD.isActive(UNTOUCHED, expiry)).isTrue();
        assertThat(REWARD.isActive(UNTOUCHED, expiry.plusSeconds(1))).isFalse();
    }

    @Test
    void expiredItShowsWhatItHeldWhetherOrNotItsExpiryIsRecorded() {
        Reward recorded = rewardHeldAtExpiry(Money.ofDollars(6));

        assertThat(REWARD.remaining(UNTOUCHED)).isEqualTo(TEN);
        assertThat(recorded.remaining(Wallet.empty(SOMEONE))).isEqualTo(Money.ofDollars(6));
    }

    @Test
    void anAdjustedRewardKeepsNothingBesideItsLot() {
        Reward adjusted = rewardHeldAtExpiry(Money.ofDollars(6))
                .adjusted(Money.ofDollars(20), until("2025-07-31"), Optional.of("{}"), NOW);

        assertThat(adjusted.heldAtExpiry()).isEqualTo(Money.ZERO);
        assertThat(adjusted.valueInitial()).isEqualTo(Money.ofDollars(20));
        assertThat(adjusted.span()).isEqualTo(until("2025-07-31"));
        assertThat(adjusted.updatedAt()).isEqualTo(NOW);
    }

    @Test
    void aDeletedRewardSaysSo() {
        assertThat(REWARD.isDeleted()).isFalse();
        assertThat(REWARD.deleted(NOW).isDeleted()).isTrue();
        assertThat(REWARD.deleted(NOW).deletedAt()).contains(NOW);
    }

    private static Reward rewardHeldAtExpiry(Money held) {
        return new Reward(
                1,
                1,
                SOMEONE,
                ZoneId.of("Australia/Melbourne"),
                DEFINITION,
                TEN,
                held,
                JUNE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                JUNE.issuedAt(),
                JUNE.issuedAt(),
                Optional.empty());
    }
}
