package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import bilby.functions.audit.VerifyWallets;
import bilby.functions.http.Environment;
import bilby.local.LocalServer;
import bilby.local.Options;
import bilby.local.template.TemplateReader;
import bilby.store.Store;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** The walk over all wallets as Lambda runs it, in one segment, with time measured out and a client that can fail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WalkTest {

    /** A page of wallets, and more. */
    private static final int MEMBERS = 30;

    private static final int PLENTY = 600_000;

    /** The function's margin and a second: no further page is begun. */
    private static final int NEARLY_OVER = 31_000;

    private final LocalServer server = LocalServer.start(Options.free(Api.template()));
    private final Tables tables = Tables.of(server);
    private final Api api = Api.of(server);
    private final long definition = api.definition();
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger throttled = new AtomicInteger();
    private final VerifyWallets function = new VerifyWallets(environment(client()));
    private int members;

    WalkTest() {
        for (int i = 0; i < MEMBERS; i++) {
            member();
        }
    }

    @AfterAll
    void stop() {
        tables.close();
        server.close();
    }

    @BeforeEach
    void theWalkBeginsAnew() {
        tables.client().deleteItem(delete -> delete.tableName("JobsTable").key(checkpoint()));
        commits.set(0);
        logged.clear();
    }

    @Test
    void aRunThatIsCutOffGoesOnAtItsCheckpoint() {
        Map<String, Object> first = run(() -> commits.get() == 0 ? PLENTY : NEARLY_OVER);
        assertThat(first).containsEntry("WalletsVerified", 25L).containsEntry("WalkCoverage", 0L);
        assertThat(stored("last")).isPresent();

        Map<String, Object> second = run(() -> PLENTY);
        assertThat(second).containsEntry("WalletsVerified", (long) members - 25).containsEntry("WalkCoverage", 100L);
        assertThat(stored("wallets").map(AttributeValue::n)).contains(Integer.toString(members));
        assertThat(run(() -> PLENTY)).containsEntry("WalletsVerified", 0L).containsEntry("WalkCoverage", 100L);
    }

    @Test
    void aRunWithoutTimeDoesNothing() {
        assertThat(run(() -> NEARLY_OVER))
                .containsEntry("WalletsVerified", 0L)
                .containsEntry("WalletsSkipped", 0L)
                .containsEntry("WalkCoverage", 0L);
        assertThat(stored("version")).isEmpty();
    }

    @Test
    void twoRunsAtOnceProveEachWalletAndEndTheWalkOnce() throws InterruptedException, ExecutionException {
        String expiring = member();
        expire(expiring, 3);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Map<String, Object>> run = () -> run(() -> PLENTY);
            for (Future<Map<String, Object>> ended : threads.invokeAll(List.of(run, run))) {
                assertThat(ended.get()).containsEntry("WalletDifferences", 0L).containsEntry("WalletsSkipped", 0L);
            }
        }
        run(() -> PLENTY);
        assertThat(stored("done").map(AttributeValue::bool)).contains(true);
        assertThat(stored("wallets").map(AttributeValue::n)).contains(Integer.toString(members));
        assertThat(actions(expiring)).containsExactly("expire", "issue", "issue", "issue");
    }

    @Test
    void twoHundredExpiredLotsOfOneWalletTakeThreeCommits() {
        String member = member();
        expire(member, 200);
        assertThat(run(() -> PLENTY)).containsEntry("LotsExpired", 200L);
        List<Integer> lines = api.get("/profiles/" + member + "/ledgers?filter[action]=expire")
                .data()
                .valueStream()
                .map(entry -> entry.path("items").size())
                .toList();
        assertThat(lines).containsExactly(20, 90, 90);
        assertThat(api.get("/profiles/" + member + "/ledgers/verify")
                        .data()
                        .path("consistent")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aReadThatIsThrottledIsReadAgain() {
        throttled.set(7);
        assertThat(run(() -> PLENTY))
                .containsEntry("WalletsVerified", (long) members)
                .containsEntry("WalletsSkipped", 0L)
                .containsEntry("WalkCoverage", 100L);
        assertThat(throttled).hasValue(0);
    }

    @Test
    void aDifferenceIsLoggedWithItsWallet() {
        String member = member();
        tables.delete(Tables.wallet(member));
        tables.put(
                Tables.wallet(member),
                Map.of(
                        "profile_id", AttributeValue.fromS(member),
                        "version", Tables.number(1),
                        "head", AttributeValue.fromS("ab"),
                        "last_entry_at", Tables.number(1),
                        "open", AttributeValue.fromBool(true),
                        "lots", AttributeValue.fromL(List.of())));
        assertThat(run(() -> PLENTY)).containsEntry("WalletDifferences", 1L);
        assertThat(logged)
                .containsExactly("wallet " + member
                        + " differs from its ledger: the wallet's version is 1, and 0 by the ledger");
        api.invoke("RebuildWallet", "{'profile_id':'" + member + "','accept_loss':true}");
    }

    @Test
    void theWalletOfWhoeverWasDeletedIsStillProved() {
        String member = member();
        expire(member, 1);
        api.delete("/profiles/" + member);
        assertThat(run(() -> PLENTY)).containsEntry("WalletDifferences", 0L);

        theWalkBeginsAnew();
        tables.set(Tables.wallet(member), "last_entry_at", Tables.number(1));
        assertThat(run(() -> PLENTY)).containsEntry("WalletDifferences", 1L);
        assertThat(logged)
                .singleElement()
                .asString()
                .startsWith("wallet " + member + " differs from its ledger: the time of the wallet's last entry is ");
        api.invoke("RebuildWallet", "{'profile_id':'" + member + "'}");
    }

    @Test
    void aSegmentThatFailsFailsTheRun() {
        Map<String, String> variables = new HashMap<>(variables());
        variables.put("WALLETS_TABLE", "NoTable");
        VerifyWallets lost = new VerifyWallets(environment(tables.client(), variables));
        assertThatIllegalStateException()
                .isThrownBy(() -> lost.handleRequest(new ScheduledEvent(), new Time(() -> PLENTY, logged)))
                .withCauseInstanceOf(ResourceNotFoundException.class);
    }

    private String member() {
        members++;
        return api.profile();
    }

    /** Gives a member so many rewards that have expired. */
    private void expire(String member, int count) {
        for (int i = 0; i < count; i++) {
            api.reward(member, definition, ",'issued_at':'2024-01-01','expires_at':'2024-01-02'");
        }
    }

    private List<String> actions(String member) {
        return api.get("/profiles/" + member + "/ledgers")
                .data()
                .valueStream()
                .map(entry -> entry.path("action").asText())
                .toList();
    }

    private Map<String, Object> run(IntSupplier millis) {
        return function.handleRequest(new ScheduledEvent(), new Time(millis, logged));
    }

    private Optional<AttributeValue> stored(String name) {
        return Optional.ofNullable(tables.client()
                .getItem(get -> get.tableName("JobsTable").key(checkpoint()))
                .item()
                .get(name));
    }

    private static Map<String, AttributeValue> checkpoint() {
        return Map.of("job", AttributeValue.fromS("audit"), "row", AttributeValue.fromS("0/1"));
    }

    private Environment environment(DynamoDbClient client) {
        return environment(client, variables());
    }

    private Environment environment(DynamoDbClient client, Map<String, String> variables) {
        RandomGenerator random = RandomGenerator.getDefault();
        return new Environment(variables, new Store(client, variables, random), server.clock(), random);
    }

    private static Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(
                TemplateReader.read(Api.template()).function("VerifyWallets").variables());
        variables.put("SEGMENTS", "1");
        return variables;
    }

    /** A client that counts commits, and is throttled as often as it was told. */
    private DynamoDbClient client() {
        return (DynamoDbClient) Proxy.newProxyInstance(
                WalkTest.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("transactWriteItems")) {
                        commits.incrementAndGet();
                    } else if (throttled.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        throw ProvisionedThroughputExceededException.builder()
                                .awsErrorDetails(AwsErrorDetails.builder()
                                        .errorCode("ProvisionedThroughputExceededException")
                                        .build())
                                .build();
                    }
                    try {
                        return Objects.requireNonNull(method.invoke(tables.client(), arguments));
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNull(e.getCause());
                    }
                });
    }
}
