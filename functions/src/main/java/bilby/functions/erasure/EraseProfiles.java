package bilby.functions.erasure;

import bilby.functions.http.Environment;
import bilby.functions.http.Log;
import bilby.profile.Erasure;
import bilby.store.Deadline;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Erases, every few minutes, what records, sales and kept answers still hold of members who have been deleted. The profile
 * itself, with all that names the person, goes in the commit that deletes it. A run goes on where the last one stopped.
 */
public final class EraseProfiles implements RequestHandler<ScheduledEvent, Map<String, Object>> {

    /** What is kept of the function's time for a call that is under way. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final Environment environment;

    public EraseProfiles() {
        this(Environment.ofLambda());
    }

    public EraseProfiles(Environment environment) {
        this.environment = environment;
    }

    /** @throws IllegalStateException if somebody could not be erased; everybody else has been */
    @Override
    public Map<String, Object> handleRequest(ScheduledEvent event, Context context) {
        Deadline deadline =
                () -> Duration.ofMillis(context.getRemainingTimeInMillis()).minus(MARGIN);
        ProfileErasure erasure = new ProfileErasure(environment, deadline);
        List<Erasure> due = erasure.due();
        List<RuntimeException> failures = new ArrayList<>();
        long erased = 0;
        for (Erasure one : due) {
            if (!deadline.left().isPositive()) {
                break;
            }
            try {
                erasure.of(one.profileId());
                erased++;
            } catch (RuntimeException e) {
                Log.failure(context.getLogger(), "erasure of profile " + one.profileId(), e);
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(
                    "profiles that could not be erased: " + failures.size(), failures.getFirst());
        }
        return Map.of("erased", erased, "left", due.size() - erased);
    }
}
