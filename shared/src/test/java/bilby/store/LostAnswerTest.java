package bilby.store;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.Money;
import bilby.wallet.ProfileId;
import bilby.wallet.Redeem;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** A member has twenty dollars and redeems fifteen; the answer to the commit is lost. */
@OnEachDynamo
class LostAnswerTest {

    private static final Money FIFTEEN = Money.ofDollars(15);

    private final Shop shop;
    private final ProfileId member;

    LostAnswerTest(Dynamo dynamo) {
        shop = Shop.open(dynamo);
        member = shop.memberWith(Money.ofDollars(20));
    }

    /** The second try finds five dollars and would be refused: the money is spent already, by this very request. */
    @ParameterizedTest
    @MethodSource("lostAfterTheCommit")
    void afterItTookEffectTheRequestIsAnsweredFromItsEntryAndNothingMovesTwice(
            FaultyClient.Fault<TransactWriteItemsResponse> fault) {
        shop.client.failNextCommit(fault);

        assertThat(redeemed(shop.redeem(member, FIFTEEN))).isEqualTo(FIFTEEN);
        assertThat(shop.client.commits()).isEqualTo(1);
        itMovedOnce();
    }

    @ParameterizedTest
    @MethodSource("lostAfterTheCommit")
    void afterItTookEffectAndWouldAgainItStillMovesOnce(FaultyClient.Fault<TransactWriteItemsResponse> fault) {
        shop.client.failNextCommit(fault);

        assertThat(redeemed(shop.redeem(member, Money.ofDollars(1)))).isEqualTo(Money.ofDollars(1));
        assertThat(shop.rewardsOf(member)).isEqualTo(Money.ofDollars(19));
        assertThat(shop.ledgerOf(member)).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("lostBeforeTheCommit")
    void beforeItTookEffectItIsDecidedAgainAndMovesOnce(FaultyClient.Fault<TransactWriteItemsResponse> fault) {
        shop.client.failNextCommit(fault);

        assertThat(redeemed(shop.redeem(member, FIFTEEN))).isEqualTo(FIFTEEN);
        assertThat(shop.client.commits()).isEqualTo(2);
        itMovedOnce();
    }

    @Test
    void lostTwiceItMovesOnce() {
        shop.client.failNextCommit(Faults.requestLost());
        shop.client.failNextCommit(Faults.answerLost());

        assertThat(redeemed(shop.redeem(member, FIFTEEN))).isEqualTo(FIFTEEN);
        itMovedOnce();
    }

    /** The first attempt, thought lost, arrives when the second is already on its way. */
    @Test
    void anAttemptThatArrivesLateIsTheOneThatCounts() {
        LateCommit late = new LateCommit();
        shop.client.failNextCommit(late::hold);
        shop.client.failNextCommit(Faults.after(late::arrive));

        assertThat(redeemed(shop.redeem(member, FIFTEEN))).isEqualTo(FIFTEEN);
        itMovedOnce();
    }

    @Test
    void anotherCommitThatTakesItsVersionKillsTheAttemptAndTheRequestIsDecidedAnew() {
        shop.client.failNextCommit(
                Faults.after(() -> shop.redeemUndisturbed(member, Money.ofDollars(2)), Faults.requestLost()));

        assertThat(redeemed(shop.redeem(member, FIFTEEN))).isEqualTo(FIFTEEN);
        assertThat(shop.rewardsOf(member)).isEqualTo(Money.ofDollars(3));
        assertThat(shop.ledgerOf(member)).hasSize(3);
    }

    @Test
    void aRefusalThatFollowsFromAnothersCommitIsGiven() {
        shop.client.failNextCommit(
                Faults.after(() -> shop.redeemUndisturbed(member, Money.ofDollars(12)), Faults.requestLost()));

        assertThat(shop.redeem(member, FIFTEEN))
                .isEqualTo(new Outcome.Answered<>(
                        new Shop.Answer.Refused(new Redeem.Refusal.NotCovered(Money.ofDollars(8)))));
    }

    @Test
    void readsThatFindNoAnswerAreReadAgainWhileADoubtIsOpen() {
        shop.client.failNextCommit(Faults.after(
                () -> {
                    shop.client.failNextRead(Faults.requestLost());
                    shop.client.failNextRead(Faults.throttled());
                },
                Faults.answerLost()));

        assertThat(redeemed(shop.redeem(member, FIFTEEN))).isEqualTo(FIFTEEN);
        itMovedOnce();
    }

    private void itMovedOnce() {
        assertThat(shop.rewardsOf(member)).isEqualTo(Money.ofDollars(5));
        assertThat(shop.ledgerOf(member)).hasSize(2);
        assertThat(shop.foldOf(member)).isEqualTo(shop.wallet(member));
        assertThat(shop.store.redemptionsOf(member)).hasSize(1);
    }

    private static Money redeemed(Outcome<Shop.Answer> outcome) {
        if (outcome instanceof Outcome.Answered<Shop.Answer>(Shop.Answer.Redeemed(var redemption))) {
            return redemption.total();
        }
        throw new AssertionError("the redemption ended as " + outcome);
    }

    private static Stream<FaultyClient.Fault<TransactWriteItemsResponse>> lostAfterTheCommit() {
        return Stream.of(Faults.answerLost(), Faults.serverErrorAfterItWasCarriedOut());
    }

    private static Stream<FaultyClient.Fault<TransactWriteItemsResponse>> lostBeforeTheCommit() {
        return Stream.of(Faults.requestLost(), Faults.serverError(), Faults.inProgress());
    }
}
