package bilby.functions.batch;

import bilby.batch.Batch;
import bilby.batch.BatchOutcome;
import bilby.batch.BatchRow;
import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Environment;
import bilby.functions.http.Log;
import bilby.store.Deadline;
import bilby.store.Key;
import bilby.store.NewIds;
import bilby.store.Outcome;
import bilby.store.Plan;
import bilby.store.Snapshot;
import bilby.store.Store;
import bilby.wallet.CommitId;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Does one row of a batch. What came of it takes the row's place in the commit that does it: so a row is done once, however
 * often its message comes, and whoever does it at the same time.
 */
final class RowRun {

    /** What one row may take, tries included. */
    private static final Duration LONGEST_ROW = Duration.ofSeconds(10);

    private static final Duration LONGEST_TELLING = Duration.ofSeconds(2);

    private final Environment environment;
    private final Store store;
    private final Batch batch;
    private final Key<BatchRow> key;
    private final String name;
    private final LambdaLogger log;

    RowRun(Environment environment, Batch batch, int number, LambdaLogger log) {
        this.environment = environment;
        this.store = environment.store();
        this.batch = batch;
        this.key = store.batches().row(batch.id(), number);
        this.name = "batch " + batch.id() + " row " + number;
        this.log = log;
    }

    /** Whether it is done, by whomever. Where it failed for a fault of ours, the row tells so for as long as it waits. */
    boolean isDone(BatchRow.Waiting asked, Deadline deadline) {
        try {
            if (isDone(RowOperation.of(environment, batch, asked), deadline.atMost(LONGEST_ROW))) {
                return true;
            }
        } catch (RuntimeException e) {
            Log.failure(log, name, e);
        }
        tellFailure(deadline.atMost(LONGEST_TELLING));
        return false;
    }

    private boolean isDone(RowOperation operation, Deadline deadline) {
        List<Key<?>> keys = new ArrayList<>(operation.keys());
        keys.add(key);
        keys.add(store.settings().key());
        CommitId commit = environment.newCommitId();
        NewIds ids = new NewIds(environment.clock(), environment.random());
        // Settled, for a refusal is for good: it must not come of a commit that was seen in part.
        return store.run(deadline, ids, () -> {
                    Snapshot first = store.readSettled(keys);
                    return waiting(first)
                            .map(row -> plan(operation, Attempt.ofMessage(environment, first, commit, ids), row))
                            .orElseGet(() -> Plan.nothing(Answer.empty()));
                })
                instanceof Outcome.Answered<Answer>;
    }

    private Plan<Answer> plan(RowOperation operation, Attempt attempt, BatchRow row) {
        return switch (operation.plan(attempt)) {
            case Plan.Nothing<Answer>(Answer refusal) ->
                Plan.commit(store.batches().save(row.done(BatchOutcome.REFUSED, BatchJson.details(refusal))), refusal);
            case Plan.Commit<Answer> commit ->
                commit.decidedAgainIfTaken()
                        .and(store.batches()
                                .save(row.done(
                                        operation.outcome(commit.answer()), BatchJson.details(commit.answer()))));
        };
    }

    private Optional<BatchRow> waiting(Snapshot found) {
        return found.get(key).filter(row -> !row.isDone());
    }

    private void tellFailure(Deadline deadline) {
        try {
            NewIds none = new NewIds(environment.clock(), environment.random());
            var _ = store.run(
                    deadline,
                    none,
                    () -> store.get(key)
                            .filter(row -> row.state() instanceof BatchRow.Waiting waiting && !waiting.hasFailed())
                            .<Plan<Boolean>>map(row ->
                                    Plan.commit(store.batches().save(row.failed((BatchRow.Waiting) row.state())), true))
                            .orElseGet(() -> Plan.nothing(false)));
        } catch (RuntimeException e) {
            Log.failure(log, name, e);
        }
    }
}
