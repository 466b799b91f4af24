package bilby.bench;

import bilby.functions.http.Environment;
import bilby.functions.redemption.RedeemRewards;
import bilby.local.template.TemplateReader;
import bilby.store.Store;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * What is left of the rate where many redeem from one wallet at once: through the handler itself, against one client that
 * makes the same calls bare, one redemption after the other, which is the most that a wallet takes.
 */
final class ContentionBench {

    private static final int REDEMPTIONS = 320;
    private static final int MILLIS_LEFT = 15_000;
    private static final int CREATED = 201;

    private ContentionBench() {}

    static List<Row> rows() throws Exception {
        try (Served served = new Served()) {
            Members members = new Members(served);
            String profile = members.of(1).getFirst();
            String other = members.of(1).getFirst();
            BareCalls bare = new BareCalls(served, other, members.redeem(other));
            AtomicInteger commits = new AtomicInteger();
            RedeemRewards function = function(counting(served.client(), commits));
            String warm = members.of(1).getFirst();
            rate(8, 4 * REDEMPTIONS, () -> redeem(function, warm));
            rate(1, 4 * REDEMPTIONS, () -> countBare(bare, other));
            List<Row> rows = new ArrayList<>();
            for (int clients : new int[] {2, 4, 8, 16, 32, 64}) {
                double alone = rate(1, REDEMPTIONS, () -> countBare(bare, other));
                commits.set(0);
                double rate = rate(clients, REDEMPTIONS, () -> redeem(function, profile));
                double tries = commits.doubleValue() / REDEMPTIONS;
                rows.add(Row.ofRates(
                        "One wallet, %d at once, %s tries a success"
                                .formatted(clients, String.format(Locale.ROOT, "%.1f", tries)),
                        rate,
                        alone,
                        ""));
            }
            return rows;
        }
    }

    private interface Redemption {
        boolean succeeds();
    }

    private static boolean countBare(BareCalls bare, String profile) {
        bare.redeem(profile);
        return true;
    }

    /** How many succeed a second; all must. */
    private static double rate(int clients, int calls, Redemption redemption) throws Exception {
        long start = System.nanoTime();
        new Times().measure(clients, calls / clients, client -> {
            if (!redemption.succeeds()) {
                throw new IllegalStateException("a redemption failed");
            }
        });
        return calls * 1e9 / (System.nanoTime() - start);
    }

    private static boolean redeem(RedeemRewards function, String profile) {
        APIGatewayV2HTTPEvent event = APIGatewayV2HTTPEvent.builder()
                .withHeaders(Map.of("authorization", "Bearer local", "content-type", "application/json"))
                .withPathParameters(Map.of("profile", profile))
                .withRawPath("/api/v3/profiles/" + profile + "/redeem")
                .withRouteKey("POST /api/v3/profiles/{profile}/redeem")
                .withRequestContext(APIGatewayV2HTTPEvent.RequestContext.builder()
                        .withHttp(APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                .withMethod("POST")
                                .withPath("/api/v3/profiles/" + profile + "/redeem")
                                .build())
                        .build())
                .withBody("{\"amount\":\"1\"}")
                .build();
        return function.handleRequest(event, context()).getStatusCode() == CREATED;
    }

    private static RedeemRewards function(DynamoDbClient client) {
        Map<String, String> variables = TemplateReader.read(Path.of("template.yaml"))
                .function("RedeemRewards")
                .variables();
        SecureRandom random = new SecureRandom();
        return new RedeemRewards(
                new Environment(variables, new Store(client, variables, random), InstantSource.system(), random));
    }

    private static DynamoDbClient counting(DynamoDbClient real, AtomicInteger commits) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) -> {
                    if (arguments != null && arguments[0] instanceof TransactWriteItemsRequest) {
                        commits.incrementAndGet();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    private static Context context() {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemainingTimeInMillis" -> MILLIS_LEFT;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
