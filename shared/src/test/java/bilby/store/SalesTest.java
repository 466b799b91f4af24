package bilby.store;

import static bilby.store.Records.fullSale;
import static bilby.store.Records.sale;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.EarnRate;
import bilby.sale.Earning;
import bilby.wallet.ProfileId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

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
    void aSaleOfBeforeSalesEarnedHasEarnedNothingAndNeverWill() {
        Write add = shop.store.sales().add(fullSale(1, member)).writes().getFirst();
        Map<String, AttributeValue> item = new HashMap<>(add.action().put().item());
        item.keySet().removeAll(List.of("earn_rate", "points_given", "grant_id"));
        shop.write(List.of(new Write(
                TransactWriteItem.builder()
                        .put(add.action().put().toBuilder().item(item).build())
                        .build(),
                add.ifRefused())));

        assertThat(shop.store.get(shop.store.sales().key(1)))
                .contains(fullSale(1, member).with(Earning.at(EarnRate.NONE)));
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
