package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.functions.audit.RebuildWallet;
import bilby.functions.audit.VerifyLedger;
import bilby.functions.http.Environment;
import bilby.local.LocalServer;
import bilby.local.Options;
import bilby.local.template.TemplateReader;
import bilby.store.Store;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A ledger that takes longer to read than the function may run, or to which another entry comes while it is read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongLedgerTest {

    private static final int PLENTY = 600_000;
    private static final int OVER = 2_999;

    private final LocalServer server = LocalServer.start(Options.free(Api.template()));
    private final Tables tables = Tables.of(server);
    private final Api api = Api.of(server);
    private final String profile = api.profile();
    private final AtomicBoolean isBeingRead = new AtomicBoolean();
    private boolean moves;

    LongLedgerTest() {
        api.redemption(profile);
    }

    @AfterAll
    void stop() {
        tables.close();
        server.close();
    }

    @Test
    void itsProofIsGivenUpInTimeToSaySo() {
        assertThat(verify(() -> PLENTY).getStatusCode()).isEqualTo(200);

        APIGatewayV2HTTPResponse answer = verify(this::untilItIsRead);

        assertThat(answer.getStatusCode()).isEqualTo(503);
        assertThat(answer.getHeaders()).containsKey("Retry-After");
        assertThat(answer.getBody()).contains("too much to read");
    }

    @Test
    void itsProofIsPutOffWhereTheWalletMovesAllTheTime() {
        moves = true;
        APIGatewayV2HTTPResponse answer = verify(() -> PLENTY);
        moves = false;

        assertThat(answer.getStatusCode()).isEqualTo(503);
        assertThat(answer.getHeaders()).containsEntry("Retry-After", "1");
        assertThat(verify(() -> PLENTY).getStatusCode()).isEqualTo(200);
    }

    @Test
    void itsRebuildingIsGivenUpInTimeToSaySo() {
        Map<String, Object> event = Map.of("profile_id", profile, "dry_run", true);
        RebuildWallet rebuild = new RebuildWallet(environment("RebuildWallet"));
        assertThat(rebuild.handleRequest(event, new Time(() -> PLENTY, List.of())))
                .containsEntry("consistent", true);

        isBeingRead.set(false);
        assertThat(rebuild.handleRequest(event, new Time(this::untilItIsRead, List.of())))
                .containsEntry("entries", 0L)
                .containsEntry("consistent", false)
                .containsEntry("message", "The time was over before all was done: run it again.");
    }

    private int untilItIsRead() {
        return isBeingRead.get() ? OVER : PLENTY;
    }

    private APIGatewayV2HTTPResponse verify(IntSupplier millis) {
        isBeingRead.set(false);
        APIGatewayV2HTTPEvent event = APIGatewayV2HTTPEvent.builder()
                .withHeaders(Map.of("authorization", "Bearer local"))
                .withPathParameters(Map.of("profile", profile))
                .withRequestContext(APIGatewayV2HTTPEvent.RequestContext.builder()
                        .withHttp(APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                .withMethod("GET")
                                .build())
                        .build())
                .build();
        List<String> logged = new ArrayList<>();
        APIGatewayV2HTTPResponse answer =
                new VerifyLedger(environment("VerifyLedger")).handleRequest(event, new Time(millis, logged));
        assertThat(logged).as("the request's line, and no failure").hasSize(1);
        return answer;
    }

    private Environment environment(String function) {
        Map<String, String> variables =
                TemplateReader.read(Api.template()).function(function).variables();
        RandomGenerator random = RandomGenerator.getDefault();
        return new Environment(variables, new Store(client(), variables, random), server.clock(), random);
    }

    /** A client that tells when a ledger is read, and before that lets the wallet move. */
    private DynamoDbClient client() {
        return (DynamoDbClient) Proxy.newProxyInstance(
                LongLedgerTest.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) -> {
                    if (method.getName().startsWith("query")) {
                        isBeingRead.set(true);
                        if (moves) {
                            api.points(profile, "");
                        }
                    }
                    try {
                        return Objects.requireNonNull(method.invoke(tables.client(), arguments));
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNull(e.getCause());
                    }
                });
    }
}
