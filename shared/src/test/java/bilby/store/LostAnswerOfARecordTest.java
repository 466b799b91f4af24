package bilby.store;

import static bilby.store.Records.definition;
import static bilby.store.Records.profile;
import static bilby.store.Records.sale;
import static bilby.store.Records.token;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.catalogue.RewardDefinition;
import bilby.money.Money;
import bilby.profile.Profile;
import bilby.sale.Sale;
import bilby.setting.Setting;
import bilby.setting.Settings;
import bilby.token.Token;
import bilby.wallet.CommitId;
import bilby.wallet.Given;
import bilby.wallet.Link;
import bilby.wallet.LotId;
import bilby.wallet.Movement;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A record that belongs to no wallet is written, and the answer to the commit is lost. */
@OnEachDynamo
class LostAnswerOfARecordTest {

    private static final Settings NZD = Settings.DEFAULT.with(Setting.CURRENCY, "NZD", Records.UPDATED);

    private final Shop shop;

    LostAnswerOfARecordTest(Dynamo dynamo) {
        shop = Shop.withPatienceFor(5, dynamo);
    }

    @Test
    void aSaleThatStandsUnderItsIdIsAnsweredAndNotAddedAgain() {
        Sale sale = sale(1);

        assertThat(answerLost(() -> Plan.commit(shop.store.sales().add(sale), "added")))
                .isEqualTo("added");
        assertThat(shop.store.get(shop.store.sales().key(1))).contains(sale);
    }

    /** A sale is changed while its buyer has nothing that could be taken back, and before the answer is known has something. */
    @Test
    void anAttemptThatMovesAWalletExcludesOneThatDidNotWhereBothChangeTheSameRecord() {
        ProfileId member = shop.member();
        shop.commit(shop.store.sales().add(sale(1)));
        LateCommit late = new LateCommit();
        shop.client.failNextCommit(late::hold);

        Outcome<String> outcome = shop.run(() -> {
            Wallet wallet = shop.wallet(member);
            Change change = shop.store.sales().replace(sale(1, 2));
            if (wallet.version() == 0) {
                shop.issue(member, LotId.points(7), Money.ofDollars(1));
                return Plan.commit(change, "still").and(shop.store.wallets().requireUnmoved(wallet));
            }
            Movement movement = new Link(1).on(wallet, Given.at(Shop.NOW));
            return Plan.commit(shop.store.moved(movement), "moved").and(change);
        });

        assertThat(outcome).isEqualTo(new Outcome.Answered<>("moved"));
    }

    @Test
    void aTokenIsAnsweredToo() {
        Token token = token("secret");

        assertThat(answerLost(() -> Plan.commit(shop.store.tokens().add(token), "added")))
                .isEqualTo("added");
        assertThat(shop.store.tokens().all()).containsExactly(token);
    }

    @Test
    void aProfileIsNotRefusedForItself() {
        Profile profile = profile();

        assertThat(answerLost(() -> Plan.commitNew(shop.store.profiles().add(profile), "the id is taken", "added")))
                .isEqualTo("added");
        assertThat(shop.store.get(shop.store.profiles().key(profile.id()))).contains(profile);
    }

    @Test
    void aProfileWhoseFirstAttemptArrivesLateIsNotRefusedForItselfEither() {
        LateCommit late = new LateCommit();
        shop.client.failNextCommit(late::hold);
        shop.client.failNextCommit(Faults.after(late::arrive));

        Outcome<String> outcome =
                shop.run(() -> Plan.commitNew(shop.store.profiles().add(profile()), "the id is taken", "added"));

        assertThat(outcome).isEqualTo(new Outcome.Answered<>("added"));
    }

    @Test
    void aDefinitionIsAnsweredWhereTheCounterHasMovedOnByItself() {
        assertThat(answerLost(() ->
                        Plan.commit(shop.store.rewardDefinitions().add(definition(count() + 1, 1)), "added")))
                .isEqualTo("added");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aChangeIsAnsweredFromTheRecordAndNotMadeAgain() {
        RewardDefinition first = definition(1, 1);
        shop.commit(shop.store.rewardDefinitions().add(first));

        assertThat(answerLost(() -> {
                    long version = shop.store
                            .get(shop.store.rewardDefinitions().key(1))
                            .orElseThrow()
                            .version();
                    return Plan.commit(shop.store.rewardDefinitions().replace(definition(1, version + 1)), "changed");
                }))
                .isEqualTo("changed");
        assertThat(shop.store.get(shop.store.rewardDefinitions().key(1))).contains(definition(1, 2));
    }

    @Test
    void theFirstSettingIsAnsweredAndNotSetAgain() {
        assertThat(answerLost(() -> set(Setting.CURRENCY, "NZD"))).isEqualTo("set in version 1");
        assertThat(settings()).isEqualTo(Settings.DEFAULT.with(Setting.CURRENCY, "NZD", Records.UPDATED));
    }

    @Test
    void aLaterSettingIsAnsweredAndNotSetAgain() {
        shop.commit(shop.store.settings().change(NZD, Records.COMMIT));

        assertThat(answerLost(() -> set(Setting.STRICT_REDEMPTION, true))).isEqualTo("set in version 2");
        assertThat(settings()).isEqualTo(NZD.with(Setting.STRICT_REDEMPTION, true, Records.UPDATED));
    }

    @Test
    void aSettingThatAnotherWasFasterWithIsSetOnTopOfTheOthers() {
        shop.client.failNextCommit(Faults.after(
                () -> shop.commit(shop.store.settings().change(NZD, new CommitId("another"))), Faults.requestLost()));

        assertThat(shop.run(() -> set(Setting.STRICT_REDEMPTION, true)))
                .isEqualTo(new Outcome.Answered<>("set in version 2"));
        assertThat(settings()).isEqualTo(NZD.with(Setting.STRICT_REDEMPTION, true, Records.UPDATED));
    }

    @Test
    void theSameSettingByAnotherIsNotTakenForOnesOwn() {
        shop.client.failNextCommit(Faults.after(
                () -> shop.commit(shop.store.settings().change(NZD, new CommitId("another"))), Faults.requestLost()));

        assertThat(shop.run(() -> set(Setting.CURRENCY, "NZD"))).isEqualTo(new Outcome.Answered<>("set in version 2"));
    }

    @Test
    void aSettingWhoseFirstAttemptArrivesLateIsSetOnce() {
        LateCommit late = new LateCommit();
        shop.client.failNextCommit(late::hold);
        shop.client.failNextCommit(Faults.after(late::arrive));

        assertThat(shop.run(() -> set(Setting.CURRENCY, "USD"))).isEqualTo(new Outcome.Answered<>("set in version 1"));
        assertThat(settings().version()).isEqualTo(1);
    }

    @Test
    void aDeletionIsAnsweredThoughThereIsNothingToDeleteAnyMore() {
        Sale sale = sale(1);
        shop.commit(shop.store.sales().add(sale));

        assertThat(answerLost(() -> shop.store.get(shop.store.sales().key(1)).isPresent()
                        ? Plan.commit(shop.store.sales().delete(sale), "deleted")
                        : Plan.nothing("not found")))
                .isEqualTo("deleted");
    }

    @Test
    void aChangeThatAnotherWasFasterWithIsMadeOnTopOfTheOthers() {
        shop.commit(shop.store.rewardDefinitions().add(definition(1, 1)));
        shop.client.failNextCommit(Faults.after(
                () -> shop.commit(shop.store.rewardDefinitions().replace(definition(1, 2))), Faults.requestLost()));

        Outcome<String> outcome = shop.run(() -> {
            long version = shop.store
                    .get(shop.store.rewardDefinitions().key(1))
                    .orElseThrow()
                    .version();
            return Plan.commit(
                    shop.store.rewardDefinitions().replace(definition(1, version + 1, "ours")),
                    "changed to " + (version + 1));
        });

        assertThat(outcome).isEqualTo(new Outcome.Answered<>("changed to 3"));
        assertThat(shop.store.get(shop.store.rewardDefinitions().key(1))).contains(definition(1, 3, "ours"));
    }

    @Test
    void ofARecordThatOthersHaveChangedSinceItCannotBeTold() {
        shop.client.failNextCommit(Faults.answerLost());
        AtomicInteger tries = new AtomicInteger();

        Outcome<String> outcome = shop.run(() -> {
            if (tries.incrementAndGet() == 2) {
                shop.commit(shop.store.sales().replace(sale(1, 2)));
            }
            return Plan.commit(shop.store.sales().add(sale(1)), "added");
        });

        assertThat(outcome).isEqualTo(new Outcome.Unknown<>());
    }

    private <T> Plan<String> set(Setting<T> setting, T value) {
        Settings after = settings().with(setting, value, Records.UPDATED);
        return Plan.commit(shop.store.settings().change(after, Records.COMMIT), "set in version " + after.version());
    }

    private Settings settings() {
        return shop.store.get(shop.store.settings().key()).orElse(Settings.DEFAULT);
    }

    private long count() {
        return shop.store.get(shop.store.rewardDefinitions().counter()).orElseThrow();
    }

    private String answerLost(Supplier<Plan<String>> decide) {
        shop.client.failNextCommit(Faults.answerLost());
        if (shop.run(decide) instanceof Outcome.Answered<String>(String answer)) {
            return answer;
        }
        return "no answer";
    }
}
