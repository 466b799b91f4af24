package bilby.functions.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bilby.functions.redemption.RedeemRewards;
import bilby.store.TestTables;
import bilby.store.memory.InMemoryDynamoDb;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-02-10T01:59:59Z"));
    private static final List<Integer> STATUSES = new CopyOnWriteArrayList<>();

    /** A redemption whose answers are seen. */
    public static final class Seen implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

        private final RedeemRewards redeem;

        public Seen(Environment environment) {
            redeem = new RedeemRewards(environment);
        }

        @Override
        public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
            APIGatewayV2HTTPResponse response = redeem.handleRequest(event, context);
            STATUSES.add(response.getStatusCode());
            return response;
        }
    }

    /** An operation that always fails: on Lambda that is logged, and counted as a fault. */
    public static final class Faulty implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

        private final Endpoint endpoint;

        public Faulty(Environment environment) {
            endpoint = new Endpoint(environment);
        }

        @Override
        public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
            APIGatewayV2HTTPResponse response = endpoint.run(Request.of(event), context, attempt -> {
                throw new IllegalStateException("on purpose");
            });
            STATUSES.add(response.getStatusCode());
            return response;
        }
    }

    @BeforeEach
    void nameARegion() {
        System.setProperty("aws.region", "local");
        STATUSES.clear();
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty("aws.region");
    }

    @Test
    void eachRequestIsCarriedThroughToItsCommit() {
        new Rehearsal(variables(), CLOCK).run(Seen.class.getName() + "::handleRequest");

        assertThat(STATUSES).isNotEmpty().containsOnly(201);
    }

    @Test
    void nothingOfItIsToldNorCountedEvenWhereItFails() {
        PrintStream out = System.out;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            new Rehearsal(variables(), CLOCK).run(Faulty.class.getName());
        } finally {
            System.setOut(out);
        }

        assertThat(STATUSES).containsOnly(500);
        assertThat(told.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aHandlerThatIsNoneIsAFailure() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new Rehearsal(variables(), CLOCK).run("bilby.functions.Nowhere"));
    }

    /** Those of a function on Lambda, which would tell metrics. */
    private static Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(new TestTables(new InMemoryDynamoDb()).create());
        variables.putAll(Map.of(
                "SCOPE", "redeem-strategy", "METRICS", "Bilby/test", "AWS_LAMBDA_FUNCTION_NAME", "RedeemRewards"));
        return variables;
    }
}
