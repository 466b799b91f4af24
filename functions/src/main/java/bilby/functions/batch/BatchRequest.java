package bilby.functions.batch;

import bilby.batch.Batch;
import bilby.batch.BatchId;
import bilby.batch.BatchKind;
import bilby.batch.BatchProgress;
import bilby.batch.BatchRow;
import bilby.claim.KeptAnswer;
import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Environment;
import bilby.functions.http.Parsed;
import bilby.store.Deadline;
import bilby.store.Key;
import bilby.store.NewIds;
import bilby.store.Outcome;
import bilby.store.Plan;
import bilby.store.Snapshot;
import bilby.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request for a batch: stores its rows, some at a time, and then makes them a batch by one commit of its head. A request
 * that dies between leaves rows that are nothing, and are removed after an hour.
 */
final class BatchRequest {

    private final Environment environment;
    private final Store store;
    private final BatchKind kind;
    private final Deadline deadline;
    private Optional<Batch> stored = Optional.empty();

    BatchRequest(Environment environment, BatchKind kind, Deadline deadline) {
        this.environment = environment;
        this.store = environment.store();
        this.kind = kind;
        this.deadline = deadline;
    }

    /** The batch whose rows have been stored by this request, if they have. */
    Optional<Batch> stored() {
        return stored;
    }

    /** @param accepted makes the answer once it is a batch */
    Plan<Answer> plan(Attempt attempt, Parsed<BatchBody> parsed, Function<BatchId, Answer> accepted) {
        return switch (parsed) {
            case Parsed.Invalid<BatchBody>(Answer answer) -> Plan.nothing(answer);
            case Parsed.Valid<BatchBody>(BatchBody body) -> plan(attempt, body, accepted);
        };
    }

    private Plan<Answer> plan(Attempt attempt, BatchBody body, Function<BatchId, Answer> accepted) {
        BatchId id = attempt.batchId();
        Answer answer = accepted.apply(id);
        Optional<Key<KeptAnswer>> kept = attempt.keptAnswer();
        Key<BatchProgress> key = store.batches().progress(id);
        List<Key<?>> keys = new ArrayList<>(List.of(key));
        kept.ifPresent(keys::add);
        Snapshot found = attempt.readSettled(keys);
        if (kept.flatMap(found::get).isPresent()) {
            // What the key was given before is answered in place of this. The rows may be done by now, and must not
            // come back.
            return Plan.nothing(answer);
        }
        BatchProgress progress = found.get(key).orElseGet(() -> BatchProgress.begun(id, attempt.now()));
        if (progress.stage() != BatchProgress.Stage.STORING) {
            return Plan.nothing(Answer.tryLater());
        }
        Batch batch = new Batch(id, kind, body.namedBy(), body.rows().size(), progress.begunAt());
        if (!isStored(progress, body.toRows(id, batch.acceptedAt()))) {
            return Plan.nothing(Answer.tryLater());
        }
        stored = Optional.of(batch);
        return Plan.commit(store.batches().accept(batch), answer)
                .and(store.batches().save(progress.at(BatchProgress.Stage.ACCEPTED)));
    }

    /** Rows that are there already are the same request's, sent before: the batch's id is made of all that it says. */
    private boolean isStored(BatchProgress progress, List<BatchRow> rows) {
        for (int from = 0; from < rows.size(); from += Plan.MOST_ROWS) {
            List<BatchRow> some = rows.subList(from, Math.min(rows.size(), from + Plan.MOST_ROWS));
            Plan.Commit<Boolean> commit = Plan.commitNew(store.batches().store(some), true, true);
            if (from == 0) {
                commit.claiming(store.batches().begin(progress), true);
            }
            NewIds none = new NewIds(environment.clock(), environment.random());
            if (!(store.run(deadline, none, () -> commit) instanceof Outcome.Answered<Boolean>)) {
                return false;
            }
        }
        return true;
    }
}
