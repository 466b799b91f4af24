package bilby.wallet;

import static bilby.wallet.Given.NOW;
import static bilby.wallet.Given.at;
import static bilby.wallet.Given.forever;
import static bilby.wallet.Given.moved;
import static bilby.wallet.Given.points;
import static bilby.wallet.Given.redeem;
import static bilby.wallet.Given.refused;
import static bilby.wallet.Given.until;
import static bilby.wallet.Given.walletOf;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.ExchangeRate;
import bilby.money.Money;
import bilby.money.Points;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RedeemPointsTest {

    private static final ExchangeRate THIRTY_CENTS = new ExchangeRate(new BigDecimal("0.3"));

    @Test
    void theCostOfTheWholeIsRoundedUpOnceHoweverManyLotsPayIt() {
        Wallet wallet = walletOf(
                points(1, Points.ofHundredths(1), until("2025-04-01")),
                points(2, Points.ofHundredths(1), until("2025-04-02")),
                points(3, Points.ofHundredths(9), until("2025-04-03")));

        Movement movement = moved(redeem(Money.ofCents(2)).on(wallet, at(NOW, THIRTY_CENTS)));

        assertThat(movement.wallet().balances(NOW).points()).isEqualTo(Points.ofHundredths(11 - 7));
        assertThat(movement.entry().lines())
                .containsExactly(
                        Line.worth(LotId.points(1), -1, 0, Money.ZERO),
                        Line.worth(LotId.points(2), -1, 0, Money.ZERO),
                        Line.worth(LotId.points(3), -5, 4, Money.ofCents(2)));
    }

    @Test
    void pointsWorthLessThanACentBuyNothing() {
        Wallet wallet = walletOf(points(1, Points.ofHundredths(3), forever()));

        assertThat(refused(redeem(Money.ofCents(1)).on(wallet, at(NOW, THIRTY_CENTS))))
                .isEqualTo(new Redeem.Refusal.NothingToSpend());
    }

    @Test
    void whatIsTooLittleForAnotherCentIsNotTaken() {
        Wallet wallet = walletOf(points(1, Points.ofHundredths(6), forever()));

        Movement movement = moved(redeem(Money.ofDollars(1)).on(wallet, at(NOW, THIRTY_CENTS)));

        assertThat(movement.entry().value()).isEqualTo(Money.ofCents(1));
        assertThat(movement.wallet().balances(NOW).points()).isEqualTo(Points.ofHundredths(2));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theLinesDollarsSumToTheAmountAndTheirPointsToItsCost(long seed) {
        Random random = new Random(seed);
        ExchangeRate rate = new ExchangeRate(BigDecimal.valueOf(random.nextLong(1_000, 1_000_001), 6));
        Wallet wallet = walletOf(IntStream.rangeClosed(1, 8)
                .mapToObj(id -> points(id, Points.ofHundredths(random.nextLong(1, 3_000)), forever()))
                .toArray(Lot[]::new));
        Money most = wallet.balances(NOW).pointDollars(rate);
        Money amount = Money.ofCents(random.nextLong(1, most.cents() + 10));

        List<Line> lines =
                moved(redeem(amount).on(wallet, at(NOW, rate))).entry().lines();

        Money spent = lines.stream().map(Line::value).reduce(Money.ZERO, Money::plus);
        Points taken = lines.stream().map(Line::points).reduce(Points.ZERO, Points::plus);
        assertThat(spent).as("seed %d", seed).isEqualTo(amount.min(most));
        assertThat(taken).as("seed %d", seed).isEqualTo(rate.cost(spent));
        assertThat(lines)
                .as("seed %d", seed)
                .allSatisfy(line -> assertThat(line.value()).isGreaterThanOrEqualTo(Money.ZERO));
    }

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }
}
