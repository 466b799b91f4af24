package bilby.functions.batch;

import bilby.batch.BatchId;
import bilby.batch.BatchRow;
import bilby.catalogue.Period;
import bilby.catalogue.PeriodType;
import bilby.catalogue.RewardDefinition;
import bilby.catalogue.RewardType;
import bilby.claim.Claim;
import bilby.functions.TestContext;
import bilby.functions.http.Environment;
import bilby.functions.http.Json;
import bilby.functions.profile.DeleteProfile;
import bilby.money.Money;
import bilby.store.NewIds;
import bilby.store.Outcome;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.store.TestTables;
import bilby.store.WaitingStore;
import bilby.store.memory.InMemoryDynamoDb;
import bilby.token.Token;
import bilby.wallet.CommitId;
import bilby.wallet.ProfileId;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A head office that sends batches, by a clock that a test moves, with a queue in memory. */
final class Office {

    private static final String SECRET = "office";
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int MILLIS = 290_000;

    final DynamoDbClient real = new InMemoryDynamoDb();
    final Deque<String> queue = new ArrayDeque<>();
    final List<String> log = new ArrayList<>();
    Instant now = START;

    /** Whether the queue takes messages. */
    boolean isQueueUp = true;

    /** By a client that never fails. */
    final Store store;

    private final Map<String, String> variables;
    private int seeds;

    Office() {
        variables = new HashMap<>(new TestTables(real).create());
        variables.putAll(Map.of("BATCH_QUEUE_URL", "queue", "SCOPE", "any"));
        store = WaitingStore.of(real, variables, new SplittableRandom(0), wait -> {});
        commit(Plan.commit(
                store.tokens().add(Token.of(SECRET, "office", List.of("*"), START, START.plus(Duration.ofDays(1_000)))),
                true));
        commit(Plan.commit(store.rewardDefinitions().add(definition()), true));
    }

    private static RewardDefinition definition() {
        return new RewardDefinition(
                1,
                1,
                new CommitId("new"),
                "Ten",
                "ten",
                RewardType.BONUS,
                Money.ofDollars(10),
                Optional.empty(),
                new Period(PeriodType.DAYS, 90, Optional.empty()),
                new RewardDefinition.Window(Optional.empty(), Optional.empty()),
                true,
                true,
                false,
                "{}",
                START,
                START);
    }

    void commit(Plan<Boolean> plan) {
        Outcome<Boolean> outcome =
                store.run(() -> Duration.ofMinutes(1), new NewIds(() -> now, new SplittableRandom(0)), () -> plan);
        if (!outcome.equals(new Outcome.Answered<>(true))) {
            throw new AssertionError(outcome);
        }
    }

    /** Whose profile has an e-mail address. */
    Optional<ProfileId> owner(String email) {
        return store.get(store.claims().owner(Claim.email(email))).map(ProfileId::of);
    }

    /** The answer to a request for a batch of rewards: single quotes stand for double ones. */
    APIGatewayV2HTTPResponse sendRewards(DynamoDbClient client, String rows, Optional<String> key) {
        return send(client, CreateRewardBatch::new, "/api/v3/rewards/batch.json", "{'rewards':[" + rows + "]}", key);
    }

    BatchId rewards(String rows) {
        return id(sendRewards(real, rows, Optional.empty()), "/batch_id");
    }

    APIGatewayV2HTTPResponse sendProfiles(DynamoDbClient client, String criteria, String rows, Optional<String> key) {
        return send(
                client,
                CreateProfileBatch::new,
                "/api/v3/profiles/batch",
                "{'match_criteria':'" + criteria + "','profiles':[" + rows + "]}",
                key);
    }

    BatchId profiles(String criteria, String rows) {
        return id(sendProfiles(real, criteria, rows, Optional.empty()), "/data/batch_id");
    }

    static BatchId id(APIGatewayV2HTTPResponse response, String pointer) {
        return new BatchId(Json.stored(response.getBody()).at(pointer).asText());
    }

    private APIGatewayV2HTTPResponse send(
            DynamoDbClient client,
            Function<Environment, RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> handler,
            String path,
            String body,
            Optional<String> key) {
        return handle(client, handler, "POST", path, Map.of(), body.replace('\'', '"'), key);
    }

    /** What came of a batch of profiles, as the API tells it. */
    JsonNode read(BatchId id) {
        APIGatewayV2HTTPResponse response = handle(
                real,
                ReadProfileBatch::new,
                "GET",
                "/api/v3/profiles/batches/" + id,
                Map.of("batch_id", id.value()),
                "",
                Optional.empty());
        return Json.stored(response.getBody());
    }

    void delete(ProfileId id) {
        APIGatewayV2HTTPResponse response = handle(
                real,
                DeleteProfile::new,
                "DELETE",
                "/api/v3/profiles/" + id,
                Map.of("profile", id.toString()),
                "",
                Optional.empty());
        if (response.getStatusCode() != 204) {
            throw new AssertionError(response.getBody());
        }
    }

    private APIGatewayV2HTTPResponse handle(
            DynamoDbClient client,
            Function<Environment, RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> handler,
            String method,
            String path,
            Map<String, String> parameters,
            String body,
            Optional<String> key) {
        Map<String, String> headers = new HashMap<>(Map.of("authorization", "Bearer " + SECRET));
        key.ifPresent(sent -> headers.put("idempotency-key", sent));
        APIGatewayV2HTTPEvent.RequestContext context = APIGatewayV2HTTPEvent.RequestContext.builder()
                .withHttp(APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                        .withMethod(method)
                        .build())
                .build();
        APIGatewayV2HTTPEvent event = APIGatewayV2HTTPEvent.builder()
                .withRawPath(path)
                .withPathParameters(parameters)
                .withHeaders(headers)
                .withBody(body)
                .withRequestContext(context)
                .build();
        return handler.apply(environment(client)).handleRequest(event, TestContext.of(MILLIS, log));
    }

    /** Delivers all messages until there are none. */
    void work() {
        while (!queue.isEmpty()) {
            String message = queue.remove();
            if (!deliver(real, message)) {
                throw new AssertionError("a message failed: " + message + log);
            }
        }
    }

    /** Whether a message that is delivered is done. */
    boolean deliver(DynamoDbClient client, String message) {
        return deliver(client, List.of(message)).getBatchItemFailures().isEmpty();
    }

    SQSBatchResponse deliver(DynamoDbClient client, List<String> messages) {
        List<SQSEvent.SQSMessage> records = new ArrayList<>();
        for (String message : messages) {
            SQSEvent.SQSMessage delivered = new SQSEvent.SQSMessage();
            delivered.setMessageId("message-" + records.size());
            delivered.setBody(message);
            records.add(delivered);
        }
        SQSEvent event = new SQSEvent();
        event.setRecords(records);
        return new RunBatches(environment(client)).handleRequest(event, TestContext.of(MILLIS, log));
    }

    /** Runs the schedule so much later. */
    void resendAfter(Duration time) {
        now = now.plus(time);
        resend(real);
    }

    void resend(DynamoDbClient client) {
        var _ = new ResendBatches(environment(client)).handleRequest(new ScheduledEvent(), TestContext.of(MILLIS, log));
    }

    private Environment environment(DynamoDbClient client) {
        return new Environment(
                variables,
                WaitingStore.of(client, variables, new SplittableRandom(seeds++), wait -> {}),
                url -> messages -> {
                    if (!isQueueUp) {
                        throw new IllegalStateException("the queue is down");
                    }
                    queue.addAll(messages);
                },
                () -> now,
                new SplittableRandom(seeds++));
    }

    /** The outcomes of a batch's rows in their order, {@code waiting} where there is none. */
    List<String> outcomes(BatchId id) {
        return store.batchRows(id).stream()
                .map(row -> switch (row.state()) {
                    case BatchRow.Waiting waiting -> "waiting";
                    case BatchRow.Done done -> done.outcome().word();
                })
                .toList();
    }

    /** Everything that is stored about batches, as text. */
    String jobs() {
        return real.scan(scan -> scan.tableName(variables.get("JOBS_TABLE")))
                .items()
                .toString();
    }

    long rewardsOf(ProfileId id) {
        return store.rewardsOf(id).size();
    }
}
