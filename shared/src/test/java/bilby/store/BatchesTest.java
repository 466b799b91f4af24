package bilby.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bilby.batch.Batch;
import bilby.batch.BatchId;
import bilby.batch.BatchKind;
import bilby.batch.BatchOutcome;
import bilby.batch.BatchProgress;
import bilby.batch.BatchProgress.Stage;
import bilby.batch.BatchRow;
import bilby.wallet.CommitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

@OnEachDynamo
class BatchesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private final Shop shop;
    private final Batches batches;
    private final BatchId id =
            BatchId.ofCommit(new CommitId(UUID.randomUUID().toString().replace("-", "")));
    private final BatchProgress storing = BatchProgress.begun(id, NOW);

    BatchesTest(Dynamo dynamo) {
        shop = Shop.open(dynamo);
        batches = shop.store.batches();
    }

    @Test
    void aBatchIsReadAsItWasStored() {
        Batch head = new Batch(id, BatchKind.PROFILES, Optional.of("email"), 2, NOW);
        shop.commit(batches.accept(head));
        shop.write(List.of(batches.begin(storing)));

        assertThat(shop.store.get(batches.head(id))).contains(head);
        assertThat(shop.store.get(batches.progress(id))).contains(storing);
        assertThat(shop.store.openBatches()).containsExactly(storing);
        assertThat(shop.store.batchRows(id)).isEmpty();
    }

    @Test
    void rowsAreReadInTheirOrderWithTheirStates() {
        BatchRow refused = BatchRow.refused(id, 1, NOW, "{}");
        BatchRow failed = asking(2).failed(new BatchRow.Waiting("{}", false));
        shop.commit(batches.store(List.of(asking(10), refused, asking(2), asking(0))));
        shop.commit(batches.save(failed));
        BatchRow done = asking(0).done(BatchOutcome.ISSUED, "{\"reward_id\":1}");
        shop.commit(batches.save(done));

        assertThat(shop.store.batchRows(id)).containsExactly(done, refused, failed, asking(10));
        assertThat(shop.store.get(batches.row(id, 2))).contains(failed);
    }

    @Test
    void rowsThatAreThereStay() {
        shop.commit(batches.store(List.of(asking(0), asking(1))));
        shop.commit(batches.save(asking(0).done(BatchOutcome.REFUSED, "{}")));

        assertThatThrownBy(() -> shop.commit(batches.store(List.of(asking(0), asking(1), asking(2)))))
                .isInstanceOf(TransactionCanceledException.class);

        assertThat(shop.store.batchRows(id)).containsExactly(asking(0).done(BatchOutcome.REFUSED, "{}"), asking(1));
    }

    @Test
    void aRowIsDoneOnce() {
        shop.commit(batches.store(List.of(asking(0))));
        shop.commit(batches.save(asking(0).done(BatchOutcome.ISSUED, "{}")));

        assertThatThrownBy(() -> shop.commit(batches.save(asking(0).done(BatchOutcome.REFUSED, "{}"))))
                .isInstanceOf(TransactionCanceledException.class);
    }

    @Test
    void rowsAreRemovedOnlyWhileTheyAreDropped() {
        List<BatchRow> rows = IntStream.range(0, 3).mapToObj(this::asking).toList();
        shop.commit(batches.store(rows));
        shop.write(List.of(batches.begin(storing)));
        BatchProgress dropped = storing.at(Stage.DROPPED);

        assertThatThrownBy(() -> shop.commit(batches.drop(dropped, rows)))
                .isInstanceOf(TransactionCanceledException.class);
        assertThat(shop.store.batchRows(id)).hasSize(3);

        shop.commit(batches.save(dropped));
        shop.commit(batches.drop(dropped, rows));
        shop.commit(batches.end(dropped));
        assertThat(shop.store.batchRows(id)).isEmpty();
        assertThat(shop.store.openBatches()).isEmpty();
    }

    private BatchRow asking(int number) {
        return BatchRow.asking(id, number, NOW, "{}");
    }
}
