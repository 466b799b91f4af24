package bilby.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.HttpCode;
import bilby.local.TestTemplate;
import bilby.local.http.Address;
import bilby.local.http.HttpServer;
import bilby.local.lambda.LambdaFunction;
import bilby.local.template.Route;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayTest {

    private final CountDownLatch answered = new CountDownLatch(1);
    private final HttpServer server = HttpServer.listen(Address.loopback(0), "-Dport=<port>");

    @AfterEach
    void stop() {
        answered.countDown();
        server.close();
    }

    @Test
    void aFunctionThatTakesTooLongIsUnavailable() throws Exception {
        LambdaFunction slow = new LambdaFunction(TestTemplate.read().function("Echo"), HttpCode.of((event, context) -> {
            try {
                answered.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new APIGatewayV2HTTPResponse();
        }));

        HttpResponse<String> answer = answer(Map.of(new Route.Default(), slow), Duration.ofMillis(20));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Service Unavailable\"}");
    }

    @Test
    void withoutARouteNothingIsFound() throws Exception {
        HttpResponse<String> answer = answer(Map.of(), Gateway.PATIENCE);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Not Found\"}");
    }

    @Test
    void aPageOfAnotherSiteReachesNoneOfTheServersOwnRoutes() throws Exception {
        server.serve(new Gateway(
                Map.of(),
                Optional.empty(),
                call -> Optional.of(Answer.message(200, "own")),
                InstantSource.system(),
                Gateway.PATIENCE));
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(server.uri());

            assertThat(status(client, request.copy())).isEqualTo(200);
            assertThat(status(
                            client, request.copy().header("Origin", server.uri().toString())))
                    .isEqualTo(200);
            assertThat(status(client, request.copy().header("Origin", "https://example.com")))
                    .isEqualTo(404);
        }
    }

    private static int status(HttpClient client, HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString()).statusCode();
    }

    private HttpResponse<String> answer(Map<Route, LambdaFunction> functions, Duration patience) throws Exception {
        server.serve(
                new Gateway(functions, Optional.empty(), call -> Optional.empty(), InstantSource.system(), patience));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(server.uri()).build(), BodyHandlers.ofString());
        }
    }
}
