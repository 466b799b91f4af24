package bilby.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogTest {

    private final StringBuilder logged = new StringBuilder();

    @Test
    void aFailureIsToldByItsClassAndPlaceAndNothingOfTheClientIs() {
        APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
        event.setRouteKey("POST /api/v3/profiles");
        event.setHeaders(Map.of("authorization", "Bearer planted"));
        event.setBody("{\"email\":\"planted@example.com\"}");

        APIGatewayV2HTTPResponse response = Endpoint.answering(Request.of(event), new Logging(), () -> {
            throw new IllegalStateException("planted", new ArithmeticException("planted too"));
        });

        assertThat(response.getStatusCode()).isEqualTo(500);
        assertThat(response.getBody()).isEqualTo("{\"message\":\"Server Error\"}");
        assertThat(logged)
                .contains("POST /api/v3/profiles", "IllegalStateException", "ArithmeticException", "LogTest")
                .doesNotContain("planted");
    }

    @Test
    void anAnswerIsToldByItsRouteAndProfileAndNothingElseOfTheClientIs() {
        APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
        event.setRouteKey("POST /api/v3/profiles/{profile}/redeem");
        event.setRawPath("/api/v3/profiles/7c9e6679-7425-40de-944b-e07fc1f90ae7/redeem");
        event.setRawQueryString("email=planted@example.com");
        event.setPathParameters(Map.of("profile", "7c9e6679-7425-40de-944b-e07fc1f90ae7"));
        event.setHeaders(Map.of("authorization", "Bearer planted"));
        event.setBody("{\"email\":\"planted@example.com\"}");

        Log.answered(new Logging(), Request.of(event), 201);

        assertThat(logged.toString())
                .isEqualTo(
                        "{\"status\":201,\"route\":\"POST /api/v3/profiles/{profile}/redeem\",\"function\":\"function\","
                                + "\"profile_id\":\"7c9e6679-7425-40de-944b-e07fc1f90ae7\"}");
    }

    @Test
    void whatStandsInPlaceOfAProfileIdAndIsNoneIsNotTold() {
        APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
        event.setRouteKey("GET /api/v3/profiles/{profile}");
        event.setPathParameters(Map.of("profile", "planted@example.com"));

        Log.answered(new Logging(), Request.of(event), 404);

        assertThat(logged).doesNotContain("planted");
    }

    /** A context that has nothing but a logger. */
    private final class Logging implements Context {

        @Override
        public LambdaLogger getLogger() {
            return new LambdaLogger() {
                @Override
                public void log(String message) {
                    logged.append(message);
                }

                @Override
                public void log(byte[] message) {
                    logged.append(new String(message, StandardCharsets.UTF_8));
                }
            };
        }

        @Override
        public String getAwsRequestId() {
            return "request";
        }

        @Override
        public String getLogGroupName() {
            return "group";
        }

        @Override
        public String getLogStreamName() {
            return "stream";
        }

        @Override
        public String getFunctionName() {
            return "function";
        }

        @Override
        public String getFunctionVersion() {
            return "1";
        }

        @Override
        public String getInvokedFunctionArn() {
            return "arn";
        }

        @Override
        public @Nullable CognitoIdentity getIdentity() {
            return null;
        }

        @Override
        public @Nullable ClientContext getClientContext() {
            return null;
        }

        @Override
        public int getRemainingTimeInMillis() {
            return 10_000;
        }

        @Override
        public int getMemoryLimitInMB() {
            return 1_024;
        }
    }
}
