package bilby.store;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.Money;
import bilby.wallet.CommitId;
import bilby.wallet.Link;
import bilby.wallet.ProfileId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** A request has time for three tries. */
@OnEachDynamo
class DeadlineTest {

    private static final Outcome<Shop.Answer> NOTHING_MOVED = new Outcome.NothingMoved<>();
    private static final Outcome<Shop.Answer> UNKNOWN = new Outcome.Unknown<>();

    private final Shop shop;
    private final ProfileId member;

    DeadlineTest(Dynamo dynamo) {
        shop = Shop.withPatienceFor(3, dynamo);
        member = shop.memberWith(Money.ofDollars(20));
    }

    @ParameterizedTest
    @MethodSource("faultsThatMoveNothing")
    void whenAllItsAttemptsAreKnownDeadNothingHasMoved(FaultyClient.Fault<TransactWriteItemsResponse> fault) {
        failEachCommit(fault);

        assertThat(shop.redeem(member, Money.ofDollars(5))).isEqualTo(NOTHING_MOVED);
        assertThat(shop.client.commits()).isEqualTo(3);
        assertThat(shop.rewardsOf(member)).isEqualTo(Money.ofDollars(20));
    }

    @Test
    void aWalletThatMovesBeforeEachCommitLeavesNothingMovedByTheRequest() {
        failEachCommit(Faults.after(() -> shop.redeemUndisturbed(member, Money.ofDollars(1))));

        assertThat(shop.redeem(member, Money.ofDollars(5))).isEqualTo(NOTHING_MOVED);
        assertThat(shop.rewardsOf(member)).isEqualTo(Money.ofDollars(17));
    }

    @ParameterizedTest
    @MethodSource("faultsThatMayMoveSomething")
    void whileAnAttemptMayStillTakeEffectItIsUnknown(FaultyClient.Fault<TransactWriteItemsResponse> fault) {
        failEachCommit(fault);

        assertThat(shop.redeem(member, Money.ofDollars(5))).isEqualTo(UNKNOWN);
    }

    @Test
    void aDoubtOfTheFirstTryIsStillOneAtTheLast() {
        shop.client.failNextCommit(Faults.requestLost());
        shop.client.failNextCommit(Faults.throttled());
        shop.client.failNextCommit(Faults.throttled());

        assertThat(shop.redeem(member, Money.ofDollars(5))).isEqualTo(UNKNOWN);
    }

    @Test
    void aDoubtThatIsKnownDeadIsNoneAnyMore() {
        shop.client.failNextCommit(
                Faults.after(() -> shop.redeemUndisturbed(member, Money.ofDollars(1)), Faults.requestLost()));
        shop.client.failNextCommit(Faults.throttled());
        shop.client.failNextCommit(Faults.throttled());

        assertThat(shop.redeem(member, Money.ofDollars(5))).isEqualTo(NOTHING_MOVED);
    }

    /** The wallet still stands at the attempt's version, so the attempt may take effect yet. */
    @Test
    void aRefusalIsNotGivenWhileAnAttemptMayStillTakeEffect() {
        shop.client.failNextCommit(Faults.requestLost());
        AtomicInteger tries = new AtomicInteger();

        Outcome<String> outcome = shop.run(() -> tries.incrementAndGet() == 1
                ? Plan.commit(
                        shop.store.moved(new Link(1).on(shop.wallet(member), Shop.moment(new CommitId("link")))),
                        "linked")
                : Plan.nothing("refused"));

        assertThat(outcome).isEqualTo(new Outcome.Unknown<>());
        assertThat(tries).hasValue(3);
    }

    @Test
    void withoutTimeNothingIsTried() {
        Outcome<String> outcome =
                shop.store.run(() -> Duration.ofMillis(49), shop.newIds(), () -> Plan.nothing("answer"));

        assertThat(outcome).isEqualTo(new Outcome.NothingMoved<>());
    }

    @Test
    void whenTheReadsHaveTakenAllTheTimeNothingIsCommitted() {
        AtomicInteger asked = new AtomicInteger();
        Deadline overAfterTheReads = () -> Duration.ofSeconds(asked.getAndIncrement() == 0 ? 10 : -1);

        Outcome<String> outcome = shop.store.run(
                overAfterTheReads,
                shop.newIds(),
                () -> Plan.commit(
                        shop.store.moved(new Link(1).on(shop.wallet(member), Shop.moment(new CommitId("link")))),
                        "linked"));

        assertThat(outcome).isEqualTo(new Outcome.NothingMoved<>());
        assertThat(shop.client.commits()).isZero();
    }

    private void failEachCommit(FaultyClient.Fault<TransactWriteItemsResponse> fault) {
        for (int tries = 0; tries < 3; tries++) {
            shop.client.failNextCommit(fault);
        }
    }

    private static Stream<FaultyClient.Fault<TransactWriteItemsResponse>> faultsThatMoveNothing() {
        return Stream.of(Faults.throttled(), Faults.cancelled("TransactionConflict", "None", "None"));
    }

    private static Stream<FaultyClient.Fault<TransactWriteItemsResponse>> faultsThatMayMoveSomething() {
        return Stream.of(Faults.requestLost(), Faults.serverError(), Faults.inProgress());
    }
}
