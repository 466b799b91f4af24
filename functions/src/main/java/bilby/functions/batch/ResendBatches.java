package bilby.functions.batch;

import bilby.batch.BatchProgress;
import bilby.functions.http.Environment;
import bilby.functions.http.Log;
import bilby.store.Deadline;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sees, every few minutes, to the batches that are not done: sends the messages of those whose request may have died before it
 * did, and removes the rows of those that never became a batch.
 */
public final class ResendBatches implements RequestHandler<ScheduledEvent, Map<String, Object>> {

    /** What is kept of the function's time for a call that is under way. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final Environment environment;

    public ResendBatches() {
        this(Environment.ofLambda());
    }

    public ResendBatches(Environment environment) {
        this.environment = environment;
    }

    /**
     * What is answered is for whoever runs it by hand: how many batches were looked at.
     *
     * @throws IllegalStateException if one of them could not be seen to; all others have been
     */
    @Override
    public Map<String, Object> handleRequest(ScheduledEvent event, Context context) {
        Deadline deadline =
                () -> Duration.ofMillis(context.getRemainingTimeInMillis()).minus(MARGIN);
        OpenBatches batches = new OpenBatches(environment, deadline);
        List<BatchProgress> due = batches.due();
        List<RuntimeException> failures = new ArrayList<>();
        for (BatchProgress progress : due) {
            try {
                batches.see(progress);
            } catch (RuntimeException e) {
                Log.failure(context.getLogger(), "batch " + progress.batch(), e);
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(
                    "batches that could not be seen to: " + failures.size(), failures.getFirst());
        }
        return Map.of("batches", due.size());
    }
}
