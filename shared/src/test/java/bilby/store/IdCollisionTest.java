package bilby.store;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.wallet.ProfileId;
import org.junit.jupiter.api.Test;

@OnEachDynamo
class IdCollisionTest {

    private final Shop shop;
    private final ProfileId member;

    IdCollisionTest(Dynamo dynamo) {
        shop = Shop.open(dynamo);
        member = shop.member();
    }

    @Test
    void anIdThatIsAnothersIsMadeAnew() {
        NewIds ids = shop.newIds();
        long taken = ids.get(0);
        shop.commit(shop.store.sales().add(Records.sale(taken)));

        Outcome<Long> outcome = shop.store.run(
                shop.patience,
                ids,
                () -> Plan.commit(shop.store.sales().add(Records.fullSale(ids.get(0), member)), ids.get(0)));

        assertThat(ids.get(0)).isNotEqualTo(taken);
        assertThat(outcome).isEqualTo(new Outcome.Answered<>(ids.get(0)));
        assertThat(shop.store.get(shop.store.sales().key(taken))).contains(Records.sale(taken));
        assertThat(shop.store.get(shop.store.sales().key(ids.get(0)))).contains(Records.fullSale(ids.get(0), member));
    }

    @Test
    void withoutACollisionTheIdIsTheSameInEachTry() {
        NewIds ids = shop.newIds();
        long first = ids.get(0);
        shop.client.failNextCommit(Faults.throttled());
        shop.client.failNextCommit(Faults.requestLost());

        shop.store.run(
                shop.patience, ids, () -> Plan.commit(shop.store.sales().add(Records.sale(ids.get(0))), "added"));

        assertThat(ids.get(0)).isEqualTo(first);
        assertThat(shop.store.get(shop.store.sales().key(first))).isPresent();
    }
}
