package bilby.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import bilby.money.Money;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** What goes away by itself is tried again; what does not is not. */
@OnEachDynamo
class PassingFaultTest {

    private final Shop shop;
    private final ProfileId member;

    PassingFaultTest(Dynamo dynamo) {
        shop = Shop.open(dynamo);
        member = shop.memberWith(Money.ofDollars(20));
    }

    @ParameterizedTest
    @MethodSource("passingFaultsOfACommit")
    void aCommitIsTriedAgain(FaultyClient.Fault<TransactWriteItemsResponse> fault) {
        shop.client.failNextCommit(fault);
        shop.client.failNextCommit(fault);

        shop.redeem(member, Money.ofDollars(5));

        assertThat(shop.client.commits()).isEqualTo(3);
        assertThat(shop.rewardsOf(member)).isEqualTo(Money.ofDollars(15));
        assertThat(shop.ledgerOf(member)).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("passingFaultsOfARead")
    void aReadIsTriedAgain(FaultyClient.Fault<BatchGetItemResponse> fault) {
        shop.client.failNextRead(fault);
        shop.client.failNextRead(fault);

        shop.redeem(member, Money.ofDollars(5));

        assertThat(shop.rewardsOf(member)).isEqualTo(Money.ofDollars(15));
    }

    @Test
    void aSettledReadThatMeetsACommitIsTriedAgain() {
        Key<Wallet> key = shop.store.wallets().key(member);
        shop.client.failNextSettledRead(Faults.cancelled("TransactionConflict"));

        Outcome<Optional<Wallet>> outcome = shop.store.run(
                () -> Duration.ofSeconds(10),
                new NewIds(InstantSource.system(), new SplittableRandom(1)),
                () -> Plan.nothing(shop.store.readSettled(List.of(key)).get(key)));

        assertThat(outcome).isEqualTo(new Outcome.Answered<>(Optional.of(shop.wallet(member))));
    }

    @Test
    void aMissingRightIsNot() {
        shop.client.failNextCommit(Faults.forbidden());

        assertThatExceptionOfType(DynamoDbException.class).isThrownBy(() -> shop.redeem(member, Money.ofDollars(5)));
        assertThat(shop.client.commits()).isEqualTo(1);
    }

    @Test
    void aMissingRightToReadIsNotEither() {
        shop.client.failNextRead(Faults.forbidden());

        assertThatExceptionOfType(DynamoDbException.class).isThrownBy(() -> shop.redeem(member, Money.ofDollars(5)));
        assertThat(shop.client.commits()).isZero();
    }

    @Test
    void aCommitThatDynamoDbFindsInvalidIsNot() {
        shop.client.failNextCommit(Faults.cancelled("None", "ValidationError", "None"));

        assertThatIllegalStateException()
                .isThrownBy(() -> shop.redeem(member, Money.ofDollars(5)))
                .withMessageContaining("ValidationError");
    }

    private static Stream<FaultyClient.Fault<TransactWriteItemsResponse>> passingFaultsOfACommit() {
        return Stream.of(
                Faults.throttled(),
                Faults.serverError(),
                Faults.inProgress(),
                Faults.cancelled("TransactionConflict", "None", "None"),
                Faults.cancelled("None", "ThrottlingError", "None"),
                Faults.cancelled("None", "None", "ProvisionedThroughputExceeded"));
    }

    private static Stream<FaultyClient.Fault<BatchGetItemResponse>> passingFaultsOfARead() {
        return Stream.of(Faults.throttled(), Faults.serverError(), Faults.requestLost());
    }
}
