package bilby.store;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.sale.Sale;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

@OnEachDynamo
class ReaderTest {

    private final Shop shop;
    private final ProfileId member;

    ReaderTest(Dynamo dynamo) {
        shop = Shop.open(dynamo);
        member = shop.member();
    }

    @Test
    void manyKeysOfManyTablesAreReadAtOnceAndInTheirOrder() {
        addSales(1, 2, 3);

        List<Key<?>> keys = new ArrayList<>(sales(3, 1, 99));
        keys.add(shop.store.wallets().key(member));
        Snapshot snapshot = shop.store.read(keys);

        assertThat(snapshot.all(sales(3, 1, 99))).containsExactly(Records.sale(3), Records.sale(1));
        assertThat(snapshot.get(shop.store.wallets().key(member))).contains(shop.wallet(member));
        assertThat(shop.client.reads()).isEqualTo(1);
    }

    @Test
    void aKeyThatIsAskedForTwiceIsReadOnce() {
        addSales(1);

        assertThat(shop.store.read(sales(1, 1)).all(sales(1, 1))).containsExactly(Records.sale(1), Records.sale(1));
    }

    @Test
    void moreThanAHundredKeysTakeSeveralReads() {
        addSales(1, 150, 250);
        List<Key<Sale>> keys = sales(LongStream.rangeClosed(1, 250).toArray());

        assertThat(shop.store.read(keys).all(keys))
                .containsExactly(Records.sale(1), Records.sale(150), Records.sale(250));
        assertThat(shop.client.reads()).isEqualTo(3);
    }

    @Test
    void noKeysTakeNoRead() {
        assertThat(shop.store.read(List.of()).all(sales(1))).isEmpty();
        assertThat(shop.client.reads()).isZero();
    }

    @Test
    void settledReadsFindWhatPlainOnesDo() {
        addSales(1, 150, 250);
        List<Key<Sale>> keys = sales(LongStream.rangeClosed(1, 250).toArray());

        assertThat(shop.store.readSettled(keys).all(keys))
                .containsExactly(Records.sale(1), Records.sale(150), Records.sale(250));
    }

    @Test
    void keysThatWereLeftUnprocessedAreReadAgain() {
        addSales(1, 2, 3);
        Map<String, KeysAndAttributes> second = Map.of(
                shop.store.sales().table(),
                KeysAndAttributes.builder()
                        .keys(List.of(shop.store.sales().key(2).attributes()))
                        .consistentRead(true)
                        .build());
        shop.client.failNextRead(
                real -> without(real.get(), 2).unprocessedKeys(second).build());

        assertThat(shop.store.read(sales(1, 2, 3)).all(sales(1, 2, 3)))
                .containsExactly(Records.sale(1), Records.sale(2), Records.sale(3));
        assertThat(shop.client.reads()).isEqualTo(2);
    }

    private static BatchGetItemResponse.Builder without(BatchGetItemResponse response, long id) {
        return response.toBuilder()
                .responses(Map.of(
                        response.responses().keySet().iterator().next(),
                        response.responses().values().stream()
                                .flatMap(List::stream)
                                .filter(item -> Item.of(item).number("id") != id)
                                .toList()));
    }

    private void addSales(long... ids) {
        LongStream.of(ids).forEach(id -> shop.commit(shop.store.sales().add(Records.sale(id))));
    }

    private List<Key<Sale>> sales(long... ids) {
        return LongStream.of(ids).mapToObj(shop.store.sales()::key).toList();
    }

    @Test
    void aKeyThatIsGivenTwiceIsReadOnce() {
        Key<Wallet> key = shop.store.wallets().key(member);

        assertThat(shop.store.readSettled(List.of(key, key)).get(key)).contains(Wallet.empty(member));
    }
}
