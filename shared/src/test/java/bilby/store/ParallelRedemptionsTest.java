package bilby.store;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.Money;
import bilby.redemption.Redemption;
import bilby.wallet.ProfileId;
import bilby.wallet.Redeem;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@OnEachDynamo
class ParallelRedemptionsTest {

    private static final Outcome<Shop.Answer> NOTHING_TO_SPEND =
            new Outcome.Answered<>(new Shop.Answer.Refused(new Redeem.Refusal.NothingToSpend()));

    private final Shop shop;

    ParallelRedemptionsTest(Dynamo dynamo) {
        shop = Shop.withPatienceFor(1_000_000, dynamo);
    }

    @Test
    void aHundredOfADollarEachOnFiftyDollarsAreFiftyThatSucceedAndFiftyThatAreRefused() {
        ProfileId member = shop.memberWith(Money.ofDollars(50));

        List<Outcome<Shop.Answer>> outcomes = Together.call(100, () -> shop.redeem(member, Money.ofDollars(1)));

        List<Redemption> redeemed =
                outcomes.stream().flatMap(ParallelRedemptionsTest::redeemed).toList();
        assertThat(redeemed).hasSize(50).extracting(Redemption::total).containsOnly(Money.ofDollars(1));
        assertThat(redeemed).extracting(Redemption::id).doesNotHaveDuplicates();
        assertThat(outcomes).filteredOn(NOTHING_TO_SPEND::equals).hasSize(50);
        assertThat(shop.rewardsOf(member)).isEqualTo(Money.ZERO);
        assertThat(shop.ledgerOf(member)).hasSize(1 + 50);
        assertThat(shop.foldOf(member)).isEqualTo(shop.wallet(member));
        assertThat(shop.store.redemptionsOf(member)).hasSize(50);
    }

    private static Stream<Redemption> redeemed(Outcome<Shop.Answer> outcome) {
        return outcome instanceof Outcome.Answered<Shop.Answer>(Shop.Answer.Redeemed(Redemption redemption))
                ? Stream.of(redemption)
                : Stream.empty();
    }
}
