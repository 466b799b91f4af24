package bilby.store;

import static bilby.store.Records.fullSale;
import static bilby.store.Records.sale;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.wallet.ProfileId;
import org.junit.jupiter.api.Test;

@OnEachDynamo
class SalesTest {

    private final Shop shop;
    private final ProfileId member;

    SalesTest(Dynamo dynamo) {
        shop = Shop.withPatienceFor(2, dynamo);
        member = shop.member();
    }

    @Test
    void whatIsPutIsWhatIsRead() {
        shop.commit(shop.store.sales().add(sale(1)));
        shop.commit(shop.store.sales().add(fullSale(2, member)));

        assertThat(shop.store.get(shop.store.sales().key(1))).contains(sale(1));
        assertThat(shop.store.get(shop.store.sales().key(2))).contains(fullSale(2, member));
    }

    @Test
    void onlyTheVersionThatWasReadIsReplaced() {
        shop.commit(shop.store.sales().add(sale(1)));
        shop.commit(shop.store.sales().replace(sale(1, 2)));

        assertThat(shop.run(() -> Plan.commit(shop.store.sales().replace(sale(1, 2)), "replaced")))
                .isEqualTo(new Outcome.NothingMoved<>());
        assertThat(shop.store.get(shop.store.sales().key(1))).contains(sale(1, 2));
    }

    @Test
    void onlyTheVersionThatWasReadIsDeleted() {
        shop.commit(shop.store.sales().add(sale(1)));
        shop.commit(shop.store.sales().replace(sale(1, 2)));

        assertThat(shop.run(() -> Plan.commit(shop.store.sales().delete(sale(1)), "deleted")))
                .isEqualTo(new Outcome.NothingMoved<>());
        shop.commit(shop.store.sales().delete(sale(1, 2)));
        assertThat(shop.store.get(shop.store.sales().key(1))).isEmpty();
    }

    @Test
    void aProfilesSalesAreFoundAndThoseOfNobodyKnownAreNot() {
        shop.commit(shop.store.sales().add(sale(1)));
        shop.commit(shop.store.sales().add(fullSale(2, member)));

        assertThat(shop.store.salesOf(member)).containsExactly(2L);
    }
}
