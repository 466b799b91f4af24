package bilby.wallet;

import static bilby.wallet.Given.NOW;
import static bilby.wallet.Given.at;
import static bilby.wallet.Given.forever;
import static bilby.wallet.Given.moved;
import static bilby.wallet.Given.points;
import static bilby.wallet.Given.reward;
import static bilby.wallet.Given.until;
import static bilby.wallet.Given.walletOf;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.ExchangeRate;
import bilby.money.Money;
import bilby.money.Points;
import bilby.wallet.Spending.Share;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpendingTest {

    private static final Lot EARLY = reward(1, Money.ofDollars(4), until("2025-06-30"));
    private static final Lot LATE = reward(2, Money.ofDollars(6), until("2025-07-31"));
    private static final Lot POINTS = points(3, Points.of(100), forever());
    private static final Wallet WALLET = walletOf(EARLY, LATE, POINTS);

    private static Spending spent(Wallet wallet, Money amount, ExchangeRate rate, LotKind... strategies) {
        Redeem redeem = new Redeem(9, amount, List.of(strategies), false);
        return Spending.of(moved(redeem.on(wallet, at(NOW, rate))).entry());
    }

    private static Spending spent(Money amount, LotKind... strategies) {
        return spent(WALLET, amount, ExchangeRate.DEFAULT, strategies);
    }

    @Test
    void whatWasBurnedLastComesBackFirst() {
        Spending spending = spent(Money.ofDollars(9), LotKind.REWARD);

        assertThat(spending.between(Money.ofDollars(7), Money.ofDollars(9)))
                .containsExactly(new Share(LATE.id(), 200, Money.ofDollars(2)));
        assertThat(spending.between(Money.ofDollars(3), Money.ofDollars(9)))
                .containsExactly(
                        new Share(EARLY.id(), 100, Money.ofDollars(1)), new Share(LATE.id(), 500, Money.ofDollars(5)));
    }

    @Test
    void itsLotsAreInTheOrderOfBurning() {
        assertThat(spent(Money.ofDollars(15), LotKind.POINT, LotKind.REWARD).lots())
                .containsExactly(POINTS.id(), EARLY.id(), LATE.id());
    }

    @Test
    void whereRewardsWereSpentFirstPointsComeBackFirst() {
        Spending spending = spent(Money.ofDollars(15), LotKind.REWARD, LotKind.POINT);

        assertThat(spending.between(Money.ofDollars(9), Money.ofDollars(15)))
                .containsExactly(
                        new Share(LATE.id(), 100, Money.ofDollars(1)),
                        new Share(POINTS.id(), 5_000, Money.ofDollars(5)));
    }

    @Test
    void wherePointsWereSpentFirstRewardsComeBackFirst() {
        Spending spending = spent(Money.ofDollars(15), LotKind.POINT, LotKind.REWARD);

        assertThat(spending.between(Money.ofDollars(8), Money.ofDollars(15)))
                .containsExactly(
                        new Share(POINTS.id(), 2_000, Money.ofDollars(2)),
                        new Share(EARLY.id(), 400, Money.ofDollars(4)),
                        new Share(LATE.id(), 100, Money.ofDollars(1)));
    }

    @Test
    void aThirdOfAPointRoundsUpWhenTakenAndComesBackByTheDifference() {
        ExchangeRate rate = new ExchangeRate(new BigDecimal("0.3"));
        Spending spending = spent(WALLET, Money.ofCents(100), rate, LotKind.POINT);

        assertThat(spending.between(Money.ofCents(99), Money.ofCents(100)))
                .containsExactly(new Share(POINTS.id(), 4, Money.ofCents(1)));
        assertThat(spending.between(Money.ofCents(98), Money.ofCents(99)))
                .containsExactly(new Share(POINTS.id(), 3, Money.ofCents(1)));
        assertThat(spending.between(Money.ZERO, Money.ofCents(100)))
                .containsExactly(new Share(POINTS.id(), 334, Money.ofCents(100)));
    }

    /** Law 4: redeem a, then return b, leaves what redeem a − b would have left. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aReturnLeavesWhatASmallerRedemptionWouldHaveLeftAndSoDoesAnySplitOfIt(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            ExchangeRate rate = new ExchangeRate(BigDecimal.valueOf(random.nextInt(1, 1_000_001), 6));
            Wallet wallet = anyWallet(random);
            LotKind[] strategies = random.nextBoolean()
                    ? new LotKind[] {LotKind.REWARD, LotKind.POINT}
                    : new LotKind[] {LotKind.POINT, LotKind.REWARD};
            long asked = random.nextInt(2, 3_000);
            Redeem redeem = new Redeem(9, Money.ofCents(asked), List.of(strategies), false);
            if (!(redeem.on(wallet, at(NOW, rate)) instanceof Decision.Moved<Redeem.Refusal>(Movement redeemed))) {
                continue;
            }
            Money granted = redeemed.entry().value();
            Money kept = Money.ofCents(random.nextLong(0, granted.cents() + 1));
            Money between = Money.ofCents(random.nextLong(kept.cents(), granted.cents() + 1));
            Spending spending = Spending.of(redeemed.entry());

            Wallet once = givenBack(redeemed.wallet(), wallet, spending.between(kept, granted));
            Wallet inParts = givenBack(
                    givenBack(redeemed.wallet(), wallet, spending.between(between, granted)),
                    wallet,
                    spending.between(kept, between));
            Wallet less = kept.isPositive()
                    ? moved(new Redeem(9, kept, List.of(strategies), false).on(wallet, at(NOW, rate)))
                            .wallet()
                    : wallet;

            assertThat(once.lots()).as("seed %d, history %d", seed, i).isEqualTo(less.lots());
            assertThat(inParts.lots()).as("seed %d, history %d", seed, i).isEqualTo(less.lots());
        }
    }

    private static Wallet anyWallet(Random random) {
        Lot[] lots = new Lot[random.nextInt(1, 8)];
        for (int id = 0; id < lots.length; id++) {
            Span span = random.nextBoolean() ? forever() : until("2025-0" + random.nextInt(4, 10) + "-15");
            lots[id] = random.nextBoolean()
                    ? reward(id, Money.ofCents(random.nextInt(1, 900)), span)
                    : points(id, Points.ofHundredths(random.nextInt(1, 9_000)), span);
        }
        return walletOf(lots);
    }

    private static Wallet givenBack(Wallet wallet, Wallet before, List<Share> shares) {
        List<GiveBack.Part> parts = shares.stream()
                .map(share -> new GiveBack.Part(
                        share.lot(),
                        share.hundredths(),
                        share.dollars(),
                        before.lot(share.lot()).orElseThrow().span(),
                        Optional.empty()))
                .toList();
        Money total = shares.stream().map(Share::dollars).reduce(Money.ZERO, Money::plus);
        return new GiveBack(Action.RETURN, new Subject.OfUndoing(10, 9, total), parts)
                .on(wallet, at(NOW))
                .wallet();
    }
}
