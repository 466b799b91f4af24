package bilby.functions.batch;

import bilby.batch.Batch;
import bilby.batch.BatchRow;
import bilby.functions.http.Environment;
import bilby.functions.http.Log;
import bilby.store.Deadline;
import bilby.store.Key;
import bilby.store.Snapshot;
import bilby.store.Store;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Does the rows of batches, as messages ask for. Messages come at least once and in no order, and whoever does them can be cut
 * off anywhere: a row is done by one commit, together with what came of it.
 */
public final class RunBatches implements RequestHandler<SQSEvent, SQSBatchResponse> {

    /** What is kept of the function's time for the answer. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final Environment environment;
    private final Store store;

    public RunBatches() {
        this(Environment.ofLambda());
    }

    public RunBatches(Environment environment) {
        this.environment = environment;
        this.store = environment.store();
    }

    /** Answers which messages must come again; after a few times they go to the dead-letter queue. */
    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        Deadline deadline =
                () -> Duration.ofMillis(context.getRemainingTimeInMillis()).minus(MARGIN);
        List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
        for (SQSEvent.SQSMessage message : event.getRecords()) {
            try {
                if (!isDone(BatchMessage.read(message.getBody()), deadline, context.getLogger())) {
                    failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
                }
            } catch (RuntimeException e) {
                Log.failure(context.getLogger(), "message " + message.getMessageId(), e);
                failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failures);
    }

    /** A row that is not there has been removed, long after it was done. */
    private boolean isDone(BatchMessage message, Deadline deadline, LambdaLogger log) {
        Key<Batch> head = store.batches().head(message.batch());
        List<Key<BatchRow>> rows = message.rows().stream()
                .map(number -> store.batches().row(message.batch(), number))
                .toList();
        List<Key<?>> keys = new ArrayList<>(rows);
        keys.add(head);
        Snapshot found = store.read(keys);
        Optional<Batch> batch = found.get(head);
        return batch.isEmpty() || areDone(batch.get(), found.all(rows), deadline, log);
    }

    private boolean areDone(Batch batch, List<BatchRow> rows, Deadline deadline, LambdaLogger log) {
        boolean areDone = true;
        for (BatchRow row : rows) {
            if (row.state() instanceof BatchRow.Waiting waiting) {
                areDone &= new RowRun(environment, batch, row.number(), log).isDone(waiting, deadline);
            }
        }
        return areDone;
    }
}
