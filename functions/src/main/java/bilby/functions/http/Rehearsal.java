package bilby.functions.http;

import bilby.money.ExchangeRate;
import bilby.queue.Queues;
import bilby.store.Change;
import bilby.store.NewIds;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.token.Token;
import bilby.wallet.CommitId;
import bilby.wallet.Decision;
import bilby.wallet.DefinitionRef;
import bilby.wallet.Issue;
import bilby.wallet.LotId;
import bilby.wallet.Moment;
import bilby.wallet.ProfileId;
import bilby.wallet.Span;
import bilby.wallet.Wallet;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Requests that nobody sent, to a function of the same class and over a store of its own that never leaves the process: a
 * made-up bearer redeems from a made-up wallet. A function that does something else refuses it, which takes it most of
 * the way too. Nothing of it is logged, counted or kept, and it takes no randomness that real requests take.
 */
final class Rehearsal {

    /** Of which the first loads what a request needs; the JVM compiles what it sees so often (docs/benchmarks.md). */
    private static final int TIMES = 100;

    private static final long SEED = 1;
    private static final String SECRET = "rehearsal";
    private static final ProfileId PROFILE = new ProfileId(new UUID(0x4000L, Long.MIN_VALUE));
    private static final String PATH = "/api/v3/profiles/" + PROFILE + "/redeem";
    private static final long CENTS = 1_000_000;

    private final Map<String, String> variables;
    private final InstantSource clock;
    private final RandomGenerator random = new Random(SEED);
    private final Context context = new Silence();
    private final PojoSerializer<APIGatewayV2HTTPEvent> events = LambdaEventSerializers.serializerFor(
            APIGatewayV2HTTPEvent.class, APIGatewayV2HTTPEvent.class.getClassLoader());
    private final PojoSerializer<APIGatewayV2HTTPResponse> answers =
            JacksonFactory.getInstance().getSerializer(APIGatewayV2HTTPResponse.class);

    /** A rehearsal with a function's variables. */
    Rehearsal(Map<String, String> variables, InstantSource clock) {
        this.variables = new HashMap<>(variables);
        this.variables.keySet().remove(Environment.FUNCTION_NAME);
        this.clock = clock;
    }

    /**
     * Rehearses.
     *
     * @param handler as the function's configuration names it
     */
    void run(String handler) {
        Store.inMemory(variables, random, store -> {
            add(store);
            RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function =
                    function(handler, new Environment(variables, store, Queues.NONE, clock, random));
            ByteArrayOutputStream event = new ByteArrayOutputStream();
            events.toJson(event(), event);
            for (int time = 0; time < TIMES; time++) {
                APIGatewayV2HTTPEvent read = events.fromJson(new ByteArrayInputStream(event.toByteArray()));
                answers.toJson(function.handleRequest(read, context), OutputStream.nullOutputStream());
            }
        });
    }

    private void add(Store store) {
        Instant now = Wallet.empty(PROFILE).now(clock.instant());
        Token token = Token.of(SECRET, SECRET, List.of("*"), now, Token.usualExpiry(now));
        Issue issue = new Issue(LotId.reward(1), CENTS, Span.from(now), new DefinitionRef(1, 1));
        Moment moment = new Moment(now, new CommitId("0".repeat(32)), ExchangeRate.DEFAULT);
        switch (issue.on(Wallet.empty(PROFILE), moment)) {
            case Decision.Moved<?> moved -> commit(store, store.moved(moved.movement()));
            case Decision.Refused<?> refused -> throw new IllegalStateException(refused.toString());
        }
        commit(store, store.tokens().add(token));
    }

    private void commit(Store store, Change change) {
        store.run(Endpoint.deadline(context), new NewIds(clock, random), () -> Plan.commit(change, Answer.noContent()));
    }

    /** The function, made as for tests: each has such a constructor. */
    @SuppressWarnings("unchecked")
    private static RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function(
            String handler, Environment environment) {
        try {
            return Class.forName(handler.split("::", -1)[0])
                    .asSubclass(RequestHandler.class)
                    .getConstructor(Environment.class)
                    .newInstance(environment);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static APIGatewayV2HTTPEvent event() {
        return APIGatewayV2HTTPEvent.builder()
                .withRouteKey("POST /api/v3/profiles/{profile}/redeem")
                .withRawPath(PATH)
                .withRawQueryString("")
                .withHeaders(Map.of("authorization", "Bearer " + SECRET, "content-type", "application/json"))
                .withRequestContext(RequestContext.builder()
                        .withHttp(RequestContext.Http.builder()
                                .withMethod("POST")
                                .withPath(PATH)
                                .build())
                        .build())
                .withPathParameters(Map.of("profile", PROFILE.toString(), "id", "1", "external_id", "1", "handle", "1"))
                .withBody("{\"amount\":\"1\",\"strategies\":[\"rewards\",\"points\"]}")
                .build();
    }
}
