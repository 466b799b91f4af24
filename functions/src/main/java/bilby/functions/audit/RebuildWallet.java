package bilby.functions.audit;

import bilby.functions.http.Environment;
import bilby.store.Deadline;
import bilby.wallet.ProfileId;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The operator's way back to what the ledger says, as after tables were restored to a point in time, which can tear
 * commits: {@code {"profile_id": "…", "dry_run": true}}, with the dry run left out to do it.
 */
public final class RebuildWallet implements RequestHandler<Object, Map<String, Object>> {

    /** What is kept of the function's time for its answer. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final Environment environment;

    public RebuildWallet() {
        this(Environment.ofLambda());
    }

    public RebuildWallet(Environment environment) {
        this.environment = environment;
    }

    /** Whatever an operator may send: what is no object names nobody. */
    @Override
    public Map<String, Object> handleRequest(@Nullable Object sent, Context context) {
        Map<?, ?> event = sent instanceof Map<?, ?> object ? object : Map.of();
        Optional<ProfileId> profileId = field(event, "profile_id", String.class).flatMap(ProfileId::parse);
        if (profileId.isEmpty()) {
            return RebuildReport.refused("The profile_id must be a UUID.").json();
        }
        Optional<Boolean> isDryRun = flag(event, "dry_run");
        Optional<Boolean> acceptsLoss = flag(event, "accept_loss");
        if (isDryRun.isEmpty() || acceptsLoss.isEmpty()) {
            return RebuildReport.refused("The dry_run and the accept_loss must be true or false.")
                    .json();
        }
        Deadline deadline =
                () -> Duration.ofMillis(context.getRemainingTimeInMillis()).minus(MARGIN);
        return new WalletRebuild(environment, profileId.get(), isDryRun.get(), acceptsLoss.get(), deadline)
                .run()
                .json();
    }

    /** No if it is not there; empty if it says neither. */
    private static Optional<Boolean> flag(Map<?, ?> event, String name) {
        return event.containsKey(name) ? field(event, name, Boolean.class) : Optional.of(false);
    }

    private static <T> Optional<T> field(Map<?, ?> event, String name, Class<T> type) {
        return Optional.ofNullable(event.get(name)).filter(type::isInstance).map(type::cast);
    }
}
