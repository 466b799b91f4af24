package bilby.functions.batch;

import bilby.batch.BatchId;
import bilby.batch.BatchOutcome;
import bilby.batch.BatchProgress;
import bilby.batch.BatchProgress.Stage;
import bilby.batch.BatchRow;
import bilby.functions.http.Environment;
import bilby.functions.http.Json;
import bilby.queue.Queue;
import bilby.store.Deadline;
import bilby.store.Key;
import bilby.store.NewIds;
import bilby.store.Outcome;
import bilby.store.Plan;
import bilby.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The batches about which something is left to do. Each step can be done twice, and by two at once. */
final class OpenBatches {

    private final Environment environment;
    private final Store store;
    private final Queue queue;
    private final Deadline deadline;

    OpenBatches(Environment environment, Deadline deadline) {
        this.environment = environment;
        this.store = environment.store();
        this.queue = environment.queue("BATCH_QUEUE_URL");
        this.deadline = deadline;
    }

    List<BatchProgress> due() {
        return read(store::openBatches).stream()
                .filter(progress -> progress.isDue(environment.clock().instant()))
                .toList();
    }

    /** @throws IllegalStateException if the time is over before all is done */
    void see(BatchProgress progress) {
        switch (progress.stage()) {
            case STORING -> {
                if (progress.isForsaken(environment.clock().instant())) {
                    step(progress, it -> Plan.commit(store.batches().save(it.at(Stage.DROPPED)), true));
                    drop(progress.at(Stage.DROPPED));
                }
            }
            case DROPPED -> drop(progress);
            case ACCEPTED -> {
                List<BatchRow> waiting = waiting(progress.batch());
                queue.send(BatchMessage.of(
                        progress.batch(), waiting.stream().map(BatchRow::number).toList()));
                step(
                        progress,
                        it -> Plan.commit(
                                waiting.isEmpty()
                                        ? store.batches().end(it)
                                        : store.batches().save(it.at(Stage.SENT)),
                                true));
            }
            case SENT -> {
                List<BatchRow> waiting = waiting(progress.batch());
                if (progress.isGivenUp(environment.clock().instant())) {
                    waiting.forEach(this::giveUp);
                }
                if (waiting(progress.batch()).isEmpty()) {
                    step(progress, it -> Plan.commit(store.batches().end(it), true));
                }
            }
        }
    }

    private List<BatchRow> waiting(BatchId id) {
        return read(() -> store.batchRows(id)).stream()
                .filter(row -> !row.isDone())
                .toList();
    }

    /** Removes the rows, and then that there was anything to be removed. */
    private void drop(BatchProgress dropped) {
        List<BatchRow> rows = read(() -> store.batchRows(dropped.batch()));
        for (int from = 0; from < rows.size(); from += Plan.MOST_ROWS) {
            List<BatchRow> some = rows.subList(from, Math.min(rows.size(), from + Plan.MOST_ROWS));
            step(dropped, it -> Plan.commit(store.batches().drop(it, some), true));
        }
        step(dropped, it -> Plan.commit(store.batches().end(it), true));
    }

    /** A row that nobody can have done any more: its message is in no queue. What it asks for is kept no longer. */
    private void giveUp(BatchRow row) {
        Key<BatchRow> key = store.batches().row(row.batch(), row.number());
        String nothing = Json.text(Json.object());
        run(() -> store.get(key)
                .filter(found -> !found.isDone())
                .<Plan<Boolean>>map(found ->
                        Plan.commit(store.batches().save(found.done(BatchOutcome.FAILED, nothing)), true))
                .orElseGet(() -> Plan.nothing(true)));
    }

    /** Goes on from the stage that was seen. Where another has gone on from it meanwhile, that is as well. */
    private void step(BatchProgress seen, Function<BatchProgress, Plan<Boolean>> next) {
        Key<BatchProgress> key = store.batches().progress(seen.batch());
        run(() -> {
            Optional<BatchProgress> now = store.get(key);
            return now.equals(Optional.of(seen)) ? next.apply(seen) : Plan.nothing(true);
        });
    }

    private <T> T read(Supplier<T> read) {
        return run(() -> Plan.nothing(read.get()));
    }

    private <T> T run(Supplier<Plan<T>> decide) {
        NewIds none = new NewIds(environment.clock(), environment.random());
        if (store.run(deadline, none, decide) instanceof Outcome.Answered<T>(T answer)) {
            return answer;
        }
        throw new IllegalStateException("the time was over; the next run goes on");
    }
}
