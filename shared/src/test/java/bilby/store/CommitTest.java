package bilby.store;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.claim.Claim;
import bilby.money.Money;
import bilby.wallet.Close;
import bilby.wallet.CommitId;
import bilby.wallet.Given;
import bilby.wallet.Link;
import bilby.wallet.Movement;
import bilby.wallet.ProfileId;
import bilby.wallet.Redeem;
import bilby.wallet.Wallet;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnEachDynamo
class CommitTest {

    private static final Claim KEY = Claim.external("redemption", "A-1");

    private final Dynamo dynamo;
    private final Shop shop;
    private final ProfileId member;

    CommitTest(Dynamo dynamo) {
        this.dynamo = dynamo;
        shop = Shop.open(dynamo);
        member = shop.memberWith(Money.ofDollars(20));
    }

    @Test
    void aMovementItsRecordAndItsClaimAreWrittenTogether() {
        Outcome<String> outcome = shop.run(() -> redemptionWithKey(71));

        assertThat(outcome).isEqualTo(new Outcome.Answered<>("redeemed"));
        assertThat(shop.rewardsOf(member)).isEqualTo(Money.ofDollars(15));
        assertThat(shop.foldOf(member)).isEqualTo(shop.wallet(member));
        assertThat(shop.store.get(shop.store.redemptions().key(71))).isPresent();
        assertThat(shop.store.get(shop.store.claims().owner(KEY))).contains("71");
    }

    @Test
    void aTakenClaimGivesItsAnswerAndNothingOfTheCommitIsWritten() {
        shop.run(() -> redemptionWithKey(71));
        Wallet before = shop.wallet(member);

        Outcome<String> outcome = shop.run(() -> redemptionWithKey(72));

        assertThat(outcome).isEqualTo(new Outcome.Answered<>("the key is taken"));
        assertThat(shop.wallet(member)).isEqualTo(before);
        assertThat(shop.ledgerOf(member)).hasSize(2);
        assertThat(shop.store.get(shop.store.redemptions().key(72))).isEmpty();
        assertThat(shop.store.get(shop.store.claims().owner(KEY))).contains("71");
    }

    @Test
    void movementsOfOneWalletAreWrittenTogetherEachWithItsEntry() {
        Movement first = new Link(71).on(shop.wallet(member), Shop.moment(new CommitId("link")));
        Movement second = new Link(72).on(first.wallet(), Shop.moment(new CommitId("link")));

        Outcome<String> outcome = shop.run(() -> Plan.commit(shop.store.moved(List.of(first, second)), "linked"));

        assertThat(outcome).isEqualTo(new Outcome.Answered<>("linked"));
        assertThat(shop.wallet(member)).isEqualTo(second.wallet());
        assertThat(shop.ledgerOf(member)).hasSize(3).endsWith(first.entry(), second.entry());
        assertThat(shop.foldOf(member)).isEqualTo(shop.wallet(member));
    }

    @Test
    void aFreedClaimCanBeTakenAgain() {
        shop.run(() -> redemptionWithKey(71));
        shop.write(List.of(shop.store.claims().free(KEY)));

        assertThat(shop.run(() -> redemptionWithKey(72))).isEqualTo(new Outcome.Answered<>("redeemed"));
    }

    @Test
    void aWalletThatHasMovedSinceItWasReadIsReadAndDecidedOnAgain() {
        shop.client.failNextCommit(Faults.after(() -> shop.redeemUndisturbed(member, Money.ofDollars(3))));

        shop.redeem(member, Money.ofDollars(5));

        assertThat(shop.client.commits()).isEqualTo(2);
        assertThat(shop.rewardsOf(member)).isEqualTo(Money.ofDollars(12));
        assertThat(shop.ledgerOf(member)).hasSize(3);
        assertThat(shop.foldOf(member)).isEqualTo(shop.wallet(member));
    }

    @Test
    void whatAnotherSpentMeanwhileIsNotSpentAgain() {
        shop.client.failNextCommit(Faults.after(() -> shop.redeemUndisturbed(member, Money.ofDollars(18))));

        Outcome<Shop.Answer> outcome = shop.redeem(member, Money.ofDollars(5));

        assertThat(outcome)
                .isEqualTo(new Outcome.Answered<>(
                        new Shop.Answer.Refused(new Redeem.Refusal.NotCovered(Money.ofDollars(2)))));
        assertThat(shop.rewardsOf(member)).isEqualTo(Money.ofDollars(2));
    }

    @Test
    void aStaleWalletOutranksATakenClaim() {
        shop.run(() -> redemptionWithKey(71));
        shop.client.failNextCommit(Faults.after(() -> shop.redeemUndisturbed(member, Money.ofDollars(1))));

        assertThat(shop.run(() -> redemptionWithKey(72))).isEqualTo(new Outcome.Answered<>("the key is taken"));
        assertThat(shop.client.commits()).isEqualTo(3);
    }

    @Test
    void aClosedWalletTakesNoMovement() {
        Shop brief = Shop.withPatienceFor(3, dynamo);
        ProfileId closed = brief.memberWith(Money.ofDollars(20));
        Wallet open = brief.wallet(closed);
        brief.commit(brief.store.moved(Given.moved(new Close(true).on(open, Shop.moment(new CommitId("close"))))));
        Movement issue = Given.moved(Given.issueOf(Given.reward(9, Money.ofDollars(5), Given.forever()))
                .on(brief.wallet(closed), Shop.moment(new CommitId("late"))));

        assertThat(brief.run(() -> Plan.commit(brief.store.moved(issue), "issued")))
                .isEqualTo(new Outcome.NothingMoved<>());
        assertThat(brief.wallet(closed).isOpen()).isFalse();
        assertThat(brief.wallet(closed).lots()).isEmpty();
    }

    private Plan<String> redemptionWithKey(long id) {
        Movement movement = Given.moved(Given.redeem(Money.ofDollars(5))
                .on(
                        shop.store.get(shop.store.wallets().key(member)).orElseThrow(),
                        Shop.moment(new CommitId("r" + id))));
        return Plan.commit(shop.store.moved(movement), "redeemed")
                .and(shop.store.redemptions().add(Shop.redemption(id, movement)))
                .claiming(shop.store.claims().take(KEY, Long.toString(id)), "the key is taken");
    }
}
