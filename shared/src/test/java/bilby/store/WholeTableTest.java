package bilby.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@OnEachDynamo
class WholeTableTest {

    private final Shop shop;

    WholeTableTest(Dynamo dynamo) {
        shop = Shop.open(dynamo);
    }

    @Test
    void pageAfterPageEveryIdIsFoundOnce() {
        LongStream.rangeClosed(1, 7)
                .forEach(id -> shop.commit(shop.store.sales().add(Records.sale(id))));

        List<String> found = new ArrayList<>();
        Optional<String> last = Optional.empty();
        do {
            Page page = shop.store.allSales().page(last, 3);
            assertThat(page.ids()).hasSizeLessThanOrEqualTo(3);
            found.addAll(page.ids());
            last = page.last();
        } while (last.isPresent());

        assertThat(found).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7");
    }

    @Test
    void profilesAreFoundByTheirUuid() {
        shop.commit(shop.store.profiles().add(Records.profile()));

        assertThat(shop.store.allProfiles().page(Optional.empty(), 10).ids())
                .containsExactly(Records.profile().id().toString());
        assertThat(shop.store.allProfiles().count()).isEqualTo(1);
    }

    @Test
    void aTextOfAnotherFormCannotBeAnId() {
        WholeTable sales = shop.store.allSales();
        WholeTable profiles = shop.store.allProfiles();

        assertThat(sales.canBeId("123")).isTrue();
        assertThat(sales.canBeId("12a")).isFalse();
        assertThat(sales.canBeId("12345678901234567")).isFalse();
        assertThat(profiles.canBeId(Records.profile().id().toString())).isTrue();
        assertThat(profiles.canBeId("123")).isFalse();
    }
}
