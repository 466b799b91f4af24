package bilby.functions.http;

import bilby.setting.Settings;
import bilby.store.Deadline;
import bilby.store.Key;
import bilby.store.NewIds;
import bilby.store.Outcome;
import bilby.store.Plan;
import bilby.store.Snapshot;
import bilby.store.Store;
import bilby.token.Token;
import bilby.wallet.CommitId;
import bilby.wallet.ProfileId;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where a function's requests come in. The bearer's token is read together with whatever the operation reads first, and
 * is judged before anything else of the request is: so no request pays a round trip for it, and a revoked token is out
 * with the next one.
 */
public final class Endpoint {

    /** What is kept of the function's time for a read that is under way, and to write the answer in. */
    private static final Duration MARGIN = Duration.ofSeconds(3);

    /** In place of a scope: any valid token will do. */
    private static final String ANY = "any";

    private final Environment environment;
    private final String scope;

    /**
     * The endpoint of a function with the scope that its variable {@code SCOPE} names.
     *
     * @throws IllegalArgumentException if it names none: a scope that was forgotten must not let everybody in
     */
    public Endpoint(Environment environment) {
        this.environment = environment;
        this.scope = environment.variable("SCOPE");
    }

    public Store store() {
        return environment.store();
    }

    /** A secret that nobody can guess: 32 random bytes, in hexadecimal. */
    public String newSecret() {
        return environment.randomHex(32);
    }

    public ProfileId newProfileId() {
        return environment.newProfileId();
    }

    /** The clock's time, for what is read of a request before its first attempt. */
    public Instant now() {
        return environment.clock().instant();
    }

    /** Until when a request can be worked on, so that there is time to answer it. */
    public static Deadline deadline(Context context) {
        return () -> Duration.ofMillis(context.getRemainingTimeInMillis()).minus(MARGIN);
    }

    /** Runs a request whose first read is of the token alone. */
    public APIGatewayV2HTTPResponse run(Request request, Context context, Function<Attempt, Plan<Answer>> decide) {
        return run(request, context, List.of(), decide);
    }

    /**
     * Runs a request: reads the token and the keys, decides, commits, and answers. {@code decide} may be called several
     * times, and each time must read again whatever it needs besides.
     */
    public APIGatewayV2HTTPResponse run(
            Request request, Context context, List<? extends Key<?>> keys, Function<Attempt, Plan<Answer>> decide) {
        return run(request, context, keys, Optional.empty(), decide);
    }

    /** Runs a request that needs the settings too: they are read with the token and the keys. */
    public APIGatewayV2HTTPResponse runWithSettings(
            Request request, Context context, List<? extends Key<?>> keys, Function<Attempt, Plan<Answer>> decide) {
        return run(request, context, keys, Optional.of(store().settings().key()), decide);
    }

    private APIGatewayV2HTTPResponse run(
            Request request,
            Context context,
            List<? extends Key<?>> keys,
            Optional<Key<Settings>> settings,
            Function<Attempt, Plan<Answer>> decide) {
        Tries tries = new Tries();
        APIGatewayV2HTTPResponse response = answering(
                request,
                context,
                () -> request.tokenId()
                        .map(id -> run(
                                request,
                                id,
                                context,
                                keys,
                                settings,
                                attempt -> tries.count(() -> decide.apply(attempt))))
                        .orElseGet(Answer::unauthenticated));
        Optional.ofNullable(environment.variables().get("METRICS"))
                .ifPresent(namespace -> tell(namespace, tries, response.getStatusCode(), context));
        return response;
    }

    private void tell(String namespace, Tries tries, int status, Context context) {
        Instant now = environment.clock().instant();
        Map<String, Long> metrics = tries.metrics();
        if (!metrics.isEmpty()) {
            Metrics.emit(environment.metricLines(), namespace, now, metrics);
        }
        if (Metrics.isFault(status)) {
            Metrics.emitFault(environment.metricLines(), namespace, context.getFunctionName(), now);
        }
    }

    private Answer run(
            Request request,
            String tokenId,
            Context context,
            List<? extends Key<?>> keys,
            Optional<Key<Settings>> settings,
            Function<Attempt, Plan<Answer>> decide) {
        Key<Token> token = store().tokens().key(tokenId);
        List<Key<?>> first = new ArrayList<>(keys);
        first.add(token);
        settings.ifPresent(first::add);
        CommitId commit = environment.newCommitId();
        NewIds ids = new NewIds(environment.clock(), environment.random());
        Parsed<Optional<IdempotencyKey>> key = IdempotencyKey.of(request, tokenId);
        Outcome<Answer> outcome = store().run(deadline(context), ids, () -> {
            Instant clock = environment.clock().instant();
            Snapshot snapshot = store().read(first);
            return refusal(snapshot.get(token), clock).map(Plan::nothing).orElseGet(() -> switch (key) {
                case Parsed.Invalid<Optional<IdempotencyKey>>(Answer answer) -> Plan.nothing(answer);
                case Parsed.Valid<Optional<IdempotencyKey>>(Optional<IdempotencyKey> sent) -> {
                    Attempt attempt = new Attempt(store(), snapshot, settings, clock, commit, sent, ids);
                    Plan<Answer> plan = decide.apply(attempt);
                    yield sent.map(known -> known.applied(plan, store())).orElse(plan);
                }
            });
        });
        return switch (outcome) {
            case Outcome.Answered<Answer>(Answer answer) -> answer;
            case Outcome.NothingMoved<Answer>() -> Answer.tryLater();
            case Outcome.Unknown<Answer>() -> Answer.unknown();
        };
    }

    private Optional<Answer> refusal(Optional<Token> token, Instant now) {
        if (token.isEmpty() || !token.get().isValid(now)) {
            return Optional.of(Answer.unauthenticated());
        }
        return scope.equals(ANY) || token.get().permits(scope) ? Optional.empty() : Optional.of(Answer.unauthorized());
    }

    /** Answers a request, and logs it; by itself this is for those that need no token. Whatever goes wrong is a 500. */
    public static APIGatewayV2HTTPResponse answering(Request request, Context context, Supplier<Answer> answer) {
        APIGatewayV2HTTPResponse response = answered(request, context, answer).toResponse();
        Log.answered(context, request, response.getStatusCode());
        return response;
    }

    private static Answer answered(Request request, Context context, Supplier<Answer> answer) {
        try {
            return answer.get();
        } catch (RuntimeException e) {
            Log.failure(context, request, e);
            return Answer.failed();
        }
    }
}
