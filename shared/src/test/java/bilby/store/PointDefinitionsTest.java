package bilby.store;

import static bilby.catalogue.PointDefinition.BUILT_IN;
import static bilby.store.Records.definition;
import static bilby.store.Records.pointDefinition;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.catalogue.Period;
import bilby.catalogue.PeriodType;
import bilby.catalogue.PointDefinition;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Point definitions, of which the first is built in. */
@OnEachDynamo
class PointDefinitionsTest {

    private final Shop shop;
    private final Definitions<PointDefinition> definitions;

    PointDefinitionsTest(Dynamo dynamo) {
        shop = Shop.withPatienceFor(5, dynamo);
        definitions = shop.store.pointDefinitions();
    }

    @Test
    void theFirstIsThereWhereNothingIsStored() {
        assertThat(shop.store.get(definitions.counter())).contains(1L);
        assertThat(shop.store.read(definitions.keys(1)).all(definitions.keys(1)))
                .containsExactly(BUILT_IN);
        assertThat(shop.store.get(definitions.key(BUILT_IN.ref()))).contains(BUILT_IN);
        assertThat(shop.store.get(definitions.key(2))).isEmpty();
    }

    @Test
    void whatIsPutIsWhatIsRead() {
        PointDefinition forever = pointDefinition(2, 1);
        PointDefinition toADate = pointDefinition(
                3,
                1,
                Optional.of(new Period(
                        PeriodType.ABSOLUTE_DATE, 4, Optional.of(LocalDateTime.parse("2025-12-31T18:00:00")))));
        shop.commit(definitions.add(forever));
        shop.commit(definitions.add(toADate));

        assertThat(shop.store.get(definitions.key(2))).contains(forever);
        assertThat(shop.store.get(definitions.key(3))).contains(toADate);
        assertThat(shop.store.get(definitions.counter())).contains(3L);
    }

    @Test
    void changedTheFirstIsStoredAndStillReadAsItWas() {
        shop.commit(definitions.replace(pointDefinition(1, 1)));
        assertThat(shop.store.get(definitions.key(1))).contains(pointDefinition(1, 1));

        PointDefinition changedAgain =
                pointDefinition(1, 2, Optional.of(new Period(PeriodType.HOURS, 5, Optional.empty())));
        shop.commit(definitions.replace(changedAgain));

        assertThat(shop.store.get(definitions.key(1))).contains(changedAgain);
        assertThat(shop.store.get(definitions.key(BUILT_IN.ref()))).contains(BUILT_IN);
        assertThat(shop.store.get(definitions.key(pointDefinition(1, 1).ref()))).contains(pointDefinition(1, 1));
    }

    @Test
    void aFirstChangeWhoseAnswerIsLostIsMadeOnce() {
        shop.client.failNextCommit(Faults.answerLost());

        assertThat(shop.run(this::change)).isEqualTo(new Outcome.Answered<>(1L));
        assertThat(shop.store.get(definitions.key(1))).contains(pointDefinition(1, 1));
    }

    @Test
    void aFirstChangeThatAnotherWasFasterWithIsMadeOnTopOfTheOthers() {
        shop.client.failNextCommit(Faults.after(
                () -> shop.commit(definitions.replace(
                        pointDefinition(1, 1, Optional.of(new Period(PeriodType.DAYS, 1, Optional.empty()))))),
                Faults.requestLost()));

        assertThat(shop.run(this::change)).isEqualTo(new Outcome.Answered<>(2L));
    }

    @Test
    void eachKindIsCountedByItself() {
        shop.commit(shop.store.rewardDefinitions().add(definition(1, 1)));
        shop.commit(definitions.add(pointDefinition(2, 1)));

        assertThat(shop.store.get(shop.store.rewardDefinitions().counter())).contains(1L);
        assertThat(shop.store.get(shop.store.rewardDefinitions().key(1))).contains(definition(1, 1));
        assertThat(shop.store.get(definitions.key(1))).contains(BUILT_IN);
    }

    private Plan<Long> change() {
        long version = shop.store.get(definitions.key(1)).orElseThrow().version() + 1;
        return Plan.commit(definitions.replace(pointDefinition(1, version)), version);
    }
}
