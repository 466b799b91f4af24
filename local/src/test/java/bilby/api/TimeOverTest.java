package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.functions.http.Environment;
import bilby.functions.redemption.RedeemRewards;
import bilby.local.LocalServer;
import bilby.local.Options;
import bilby.local.template.TemplateReader;
import bilby.store.Store;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** A redemption none of whose commits gets through until its function's time is over. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimeOverTest {

    /** What is left of the function's time at its start, and what each look at it takes. In milliseconds. */
    private static final int TIME = 10_000;

    private static final int LOOK = 1_000;

    private final LocalServer server = LocalServer.start(Options.free(Api.template()));
    private final Tables tables = Tables.of(server);
    private final Api api = Api.of(server);
    private final String profile = api.profile();

    TimeOverTest() {
        api.reward(profile, api.definition(), "");
    }

    @AfterAll
    void stop() {
        tables.close();
        server.close();
    }

    @Test
    void whereEveryTryIsKnownToHaveMovedNothingItMayBeSentAgain() {
        APIGatewayV2HTTPResponse answer = redeem(TimeOverTest::conflict);

        assertThat(answer.getStatusCode()).isEqualTo(503);
        assertThat(answer.getHeaders()).containsEntry("Retry-After", "1");
        assertThat(answer.getBody())
                .isEqualTo("{\"message\":\"Too many requests at once; nothing has changed. Try again.\"}");
        assertThat(api.proof(profile).get("entries").asInt()).isEqualTo(1);
    }

    @Test
    void whereOneTryMayYetTakeEffectItIsNotKnown() {
        APIGatewayV2HTTPResponse answer =
                redeem(request -> SdkClientException.create("the answer did not come in time"));

        assertThat(answer.getStatusCode()).isEqualTo(504);
        assertThat(answer.getHeaders()).doesNotContainKey("Retry-After");
        assertThat(answer.getBody()).contains("Send it again with its Idempotency-Key.");
    }

    private APIGatewayV2HTTPResponse redeem(Function<TransactWriteItemsRequest, RuntimeException> fault) {
        APIGatewayV2HTTPEvent event = APIGatewayV2HTTPEvent.builder()
                .withHeaders(Map.of("authorization", "Bearer local"))
                .withPathParameters(Map.of("profile", profile))
                .withRawPath("/api/v3/profiles/" + profile + "/redeem")
                .withBody("{\"amount\":1}")
                .withRequestContext(APIGatewayV2HTTPEvent.RequestContext.builder()
                        .withHttp(APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                .withMethod("POST")
                                .build())
                        .build())
                .build();
        Map<String, String> variables =
                TemplateReader.read(Api.template()).function("RedeemRewards").variables();
        RandomGenerator random = RandomGenerator.getDefault();
        Store store = new Store(failing(fault), variables, random);
        AtomicInteger left = new AtomicInteger(TIME);
        List<String> logged = new ArrayList<>();
        APIGatewayV2HTTPResponse answer = new RedeemRewards(new Environment(variables, store, server.clock(), random))
                .handleRequest(event, new Time(() -> left.getAndAdd(-LOOK), logged));
        assertThat(logged).as("the request's line, and no failure").hasSize(1);
        return answer;
    }

    /** Another commit is always under way. */
    private static RuntimeException conflict(TransactWriteItemsRequest request) {
        CancellationReason conflict =
                CancellationReason.builder().code("TransactionConflict").build();
        return TransactionCanceledException.builder()
                .cancellationReasons(Collections.nCopies(request.transactItems().size(), conflict))
                .build();
    }

    /** A client whose commits all fail so. */
    private DynamoDbClient failing(Function<TransactWriteItemsRequest, RuntimeException> fault) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                TimeOverTest.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) -> {
                    if (arguments != null && arguments[0] instanceof TransactWriteItemsRequest request) {
                        throw fault.apply(request);
                    }
                    try {
                        return Objects.requireNonNull(method.invoke(tables.client(), arguments));
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNull(e.getCause());
                    }
                });
    }
}
