package bilby.store;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.Money;
import bilby.wallet.ProfileId;
import bilby.wallet.Redeem;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelRedemptionsTest {

    private final Shop shop = Shop.withPatienceFor(1_000_000);
    private final ProfileId member = shop.memberWith(Money.ofDollars(20));

    @Test
    void fortyOfADollarEachOnTwentyDollarsAreTwentyThatSucceedAndTwentyThatAreRefused() throws Exception {
        List<Outcome<Shop.Answer>> outcomes = inParallel(40, () -> shop.redeem(member, Money.ofDollars(1)));

        assertThat(outcomes.stream().filter(ParallelRedemptionsTest::isOfADollar))
                .hasSize(20);
        assertThat(outcomes.stream().filter(ParallelRedemptionsTest::hasNothingToSpend))
                .hasSize(20);
        assertThat(shop.rewardsOf(member)).isEqualTo(Money.ZERO);
        assertThat(shop.ledgerOf(member)).hasSize(1 + 20);
        assertThat(shop.foldOf(member)).isEqualTo(shop.wallet(member));
        assertThat(shop.store.redemptionsOf(member)).hasSize(20);
    }

    private static boolean isOfADollar(Outcome<Shop.Answer> outcome) {
        return outcome instanceof Outcome.Answered<Shop.Answer>(Shop.Answer.Redeemed(var redemption))
                && redemption.total().equals(Money.ofDollars(1));
    }

    private static boolean hasNothingToSpend(Outcome<Shop.Answer> outcome) {
        return outcome.equals(
                new Outcome.Answered<Shop.Answer>(new Shop.Answer.Refused(new Redeem.Refusal.NothingToSpend())));
    }

    private static <T> List<T> inParallel(int times, Callable<T> call) throws InterruptedException {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            return clients
                    .invokeAll(IntStream.range(0, times).mapToObj(i -> call).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
