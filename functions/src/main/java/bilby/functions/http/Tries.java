package bilby.functions.http;

import bilby.store.Plan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** How often one request was decided, and what became of that: for the metrics. */
final class Tries {

    private int decided;
    private int committing;
    private boolean isLastCommitting;

    /** Decides, and remembers it. */
    <A> Plan<A> count(Supplier<Plan<A>> decide) {
        decided++;
        isLastCommitting = false;
        Plan<A> plan = decide.get();
        isLastCommitting = plan instanceof Plan.Commit<A>;
        committing += isLastCommitting ? 1 : 0;
        return plan;
    }

    /**
     * What is to be told of the request, by its names in CloudWatch; nothing, where it was decided once.
     * {@code Retries} is how often it was decided again; {@code Conflicts}, how often that was after a commit that did not take
     * effect, or whose answer was lost.
     */
    Map<String, Long> metrics() {
        Map<String, Long> metrics = new LinkedHashMap<>();
        if (decided > 1) {
            metrics.put("Retries", (long) decided - 1);
        }
        int conflicts = committing - (isLastCommitting ? 1 : 0);
        if (conflicts > 0) {
            metrics.put("Conflicts", (long) conflicts);
        }
        return metrics;
    }
}
