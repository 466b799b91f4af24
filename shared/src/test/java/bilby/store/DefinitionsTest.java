package bilby.store;

import static bilby.store.Records.definition;
import static bilby.store.Records.fullDefinition;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.catalogue.RewardDefinition;
import bilby.wallet.DefinitionRef;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@OnEachDynamo
class DefinitionsTest {

    private final Shop shop;
    private final Definitions<RewardDefinition> definitions;

    DefinitionsTest(Dynamo dynamo) {
        shop = Shop.open(dynamo);
        definitions = shop.store.rewardDefinitions();
    }

    @Test
    void whatIsPutIsWhatIsRead() {
        shop.commit(definitions.add(definition(1, 1)));
        shop.commit(definitions.add(fullDefinition(2)));

        assertThat(shop.store.get(definitions.key(1))).contains(definition(1, 1));
        assertThat(shop.store.get(definitions.key(2))).contains(fullDefinition(2));
        assertThat(shop.store.get(definitions.counter())).contains(2L);
    }

    @Test
    void eachVersionStandsAfterAChangeAndAfterTheDeletion() {
        shop.commit(definitions.add(definition(1, 1, "first")));
        shop.commit(definitions.replace(definition(1, 2, "second")));
        assertThat(shop.store.get(definitions.key(1))).contains(definition(1, 2, "second"));

        shop.commit(definitions.delete(definition(1, 2, "second")));

        assertThat(shop.store.get(definitions.key(1))).isEmpty();
        assertThat(shop.store.get(definitions.key(new DefinitionRef(1, 1)))).contains(definition(1, 1, "first"));
        assertThat(shop.store.get(definitions.key(new DefinitionRef(1, 2)))).contains(definition(1, 2, "second"));
    }

    @Test
    void theIdOfADeletedDefinitionIsNotUsedAgain() {
        shop.commit(definitions.add(definition(1, 1)));
        shop.commit(definitions.delete(definition(1, 1)));

        assertThat(addNext()).isEqualTo(2);
    }

    @Test
    void norIsTheIdOfOneThatWasAddedAndDeletedMeanwhile() {
        shop.commit(definitions.add(definition(1, 1)));
        shop.client.failNextCommit(Faults.after(() -> {
            shop.commit(definitions.add(definition(2, 1)));
            shop.commit(definitions.delete(definition(2, 1)));
        }));

        assertThat(addNext()).isEqualTo(3);
    }

    @Test
    void addedAllAtOnceTheyAreCountedOneByOne() {
        assertThat(Together.call(8, this::addNext)).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(shop.store.read(definitions.keys(8)).all(definitions.keys(8)))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 8)
                        .mapToObj(id -> definition(id, 1))
                        .toList());
    }

    private long addNext() {
        Outcome<Long> outcome = shop.run(() -> {
            long id = shop.store.get(definitions.counter()).orElseThrow() + 1;
            return Plan.commit(definitions.add(definition(id, 1)), id);
        });
        return outcome instanceof Outcome.Answered<Long>(Long id) ? id : -1;
    }
}
