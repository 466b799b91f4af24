package bilby.store;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.Money;
import bilby.wallet.Close;
import bilby.wallet.CommitId;
import bilby.wallet.Entry;
import bilby.wallet.Given;
import bilby.wallet.Hash;
import bilby.wallet.LotId;
import bilby.wallet.Movement;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import org.junit.jupiter.api.Test;

@OnEachDynamo
class WalletsTest {

    private final Shop shop;
    private final ProfileId member;

    WalletsTest(Dynamo dynamo) {
        shop = Shop.withPatienceFor(2, dynamo);
        member = shop.member();
    }

    @Test
    void aNewWalletIsOpenAndEmpty() {
        assertThat(shop.wallet(member)).isEqualTo(Wallet.empty(member));
    }

    @Test
    void whatIsPutIsWhatIsRead() {
        shop.issue(member, LotId.points(2), Money.ofDollars(7));
        Movement movement = Given.moved(Given.issueOf(Given.reward(1, Money.ofDollars(10), Given.until("2025-06-30")))
                .on(shop.wallet(member), Shop.moment(new CommitId("issue"))));
        shop.commit(shop.store.moved(movement));

        assertThat(shop.wallet(member)).isEqualTo(movement.wallet());
        assertThat(shop.store.get(shop.store.ledger().key(member, 2))).contains(movement.entry());
    }

    @Test
    void anEntryIsStoredInTheVeryBytesThatItsHashIsOf() {
        shop.issue(member, LotId.reward(1), Money.ofDollars(7));

        String stored = shop.store.get(shop.store.ledger().text(member, 1)).orElseThrow();

        assertThat(Hash.of(stored)).isEqualTo(shop.wallet(member).head());
        assertThat(Entry.parse(stored).text()).isEqualTo(stored);
    }

    @Test
    void aProfileIdIsNeverUsedAgain() {
        Wallet open = shop.wallet(member);
        shop.commit(shop.store.moved(Given.moved(new Close(true).on(open, Shop.moment(new CommitId("close"))))));
        Plan.Commit<String> again = Plan.commit(shop.store.sales().add(Records.sale(1)), "created");

        assertThat(shop.run(() -> again.claiming(shop.store.wallets().create(member), "the id is taken")))
                .isEqualTo(new Outcome.Answered<>("the id is taken"));
        assertThat(shop.wallet(member).isOpen()).isFalse();
    }

    @Test
    void whatRequiresAnOpenWalletIsNotWrittenOnceItIsClosed() {
        shop.commit(Plan.commit(shop.store.sales().add(Records.sale(1)), "")
                .and(shop.store.wallets().requireOpen(member)));
        shop.commit(shop.store.moved(
                Given.moved(new Close(true).on(shop.wallet(member), Shop.moment(new CommitId("close"))))));

        assertThat(shop.run(() -> Plan.commit(shop.store.sales().add(Records.sale(2)), "added")
                        .and(shop.store.wallets().requireOpen(member))))
                .isEqualTo(new Outcome.NothingMoved<>());
        assertThat(shop.store.get(shop.store.sales().key(2))).isEmpty();
    }
}
