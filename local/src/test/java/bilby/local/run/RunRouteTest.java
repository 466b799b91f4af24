package bilby.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.LocalServer;
import bilby.local.Options;
import bilby.local.TestTemplate;
import bilby.local.gateway.Answer;
import bilby.local.gateway.Call;
import bilby.local.handlers.Nightly;
import bilby.local.http.Address;
import bilby.local.lambda.Code;
import bilby.local.lambda.LambdaFunction;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over HTTP, on a server whose schedules fire by themselves too. */
@Timeout(60)
class RunRouteTest {

    private static final LocalServer SERVER = LocalServer.start(new Options(
            TestTemplate.file(), 0, Address.loopback(0), Address.loopback(0), Optional.empty(), false, true));
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void itIsTenPastNoon() {
        SERVER.clock().set(Instant.parse("2026-02-28T12:10:00Z"));
        Nightly.REPORTS.clear();
    }

    @Test
    void aScheduleFiresByItself() throws Exception {
        SERVER.clock().set(Instant.parse("2026-02-28T13:00:00Z"));

        Nightly.Report report = Nightly.REPORTS.take();
        assertThat(report.source()).isEqualTo("hourly");
        assertThat(Instant.parse(report.time()))
                .isBetween(Instant.parse("2026-02-28T13:00:00Z"), SERVER.clock().instant());
    }

    @Test
    void aScheduleIsRunNow() throws Exception {
        HttpResponse<String> answer = post("schedules/Nightly?event=Hourly", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode data = JSON.readTree(answer.body()).path("data");
        assertThat(data.path("source").asText()).isEqualTo("hourly");
        assertThat(Instant.parse(data.path("time").asText()))
                .isBetween(Instant.parse("2026-02-28T12:10:00Z"), SERVER.clock().instant());
        assertThat(data.at("/detail/part").asInt()).isEqualTo(1);
        assertThat(Instant.parse(data.path("now").asText()))
                .isBetween(Instant.parse("2026-02-28T12:10:00Z"), SERVER.clock().instant());
    }

    @Test
    void withoutANameAllOfAFunctionsSchedulesRunInTheirOrderUpToAFailure() throws Exception {
        HttpResponse<String> answer = post("schedules/Nightly", "");

        assertThat(Nightly.REPORTS).extracting(Nightly.Report::source).containsExactly("hourly", "yearly");
        assertFailed(answer, "java.lang.IllegalStateException");
    }

    @Test
    void withoutAnInputAScheduleSendsTheSchedulersOwnEvent() throws Exception {
        JsonNode event = JSON.readTree(post("schedules/Tell", "").body()).path("data");

        assertThat(event.path("version").asText()).isEqualTo("0");
        assertThat(event.path("id").asText()).isNotEmpty();
        assertThat(event.path("source").asText()).isEqualTo("aws.scheduler");
        assertThat(event.path("detail-type").asText()).isEqualTo("Scheduled Event");
        assertThat(Instant.parse(event.path("time").asText()))
                .isBetween(Instant.parse("2026-02-28T12:10:00Z"), SERVER.clock().instant());
        assertThat(event.at("/resources/0").asText())
                .isEqualTo("arn:aws:scheduler:ap-southeast-2:000000000000:schedule/default/TellOften");
        assertThat(event.path("detail").asText()).isEqualTo("{}");
        // As on AWS: its detail is a text, and ScheduledEvent's is a map.
        assertFailed(post("functions/Nightly", event.toString()), "java.io.UncheckedIOException");
    }

    @Test
    void aFunctionIsInvokedWithTheBody() throws Exception {
        HttpResponse<String> answer = post("functions/Tell", "{\"b\":[1,\"é\",null]}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"b\":[1,\"é\",null]}");
        assertThat(post("functions/Tell", "").body()).isEqualTo("null");
        assertThat(post("functions/Tell", "{}").body()).isEqualTo("null");
    }

    @Test
    void aFunctionWithARouteIsInvokedWithoutTheGateway() throws Exception {
        JsonNode answer = JSON.readTree(post("functions/Now", "{}").body());

        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
        assertThat(Instant.parse(answer.path("body").asText())).isAfterOrEqualTo("2026-02-28T12:10:00Z");
    }

    @Test
    void aFunctionThatThrowsIsNamedByItsErrorAlone() throws Exception {
        assertFailed(post("functions/Throw", "{\"body\":\"secret\"}"), "java.lang.IllegalStateException");
    }

    @ParameterizedTest
    @CsvSource({
        "functions/Nobody, 404",
        "functions/Guard, 404",
        "schedules/Nobody, 404",
        "schedules/Echo, 404",
        "schedules/Nightly?event=Daily, 404",
        "schedules/Nightly?event=, 400",
        "schedules/Nightly?name=Hourly, 400",
    })
    void whatIsNotThereIsNotRun(String path, int status) throws Exception {
        HttpResponse<String> answer = post(path, "");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).path("message").asText()).isNotEmpty();
        assertThat(Nightly.REPORTS).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"{", "{} {}", "nothing", "' '"})
    void aBodyThatIsNotJsonIsABadRequest(String body) throws Exception {
        assertThat(post("functions/Tell", body).statusCode()).isEqualTo(400);
    }

    @Test
    void moreThanLambdaCarriesIsTooLarge() throws Exception {
        assertThat(post("functions/Tell", "\"" + "x".repeat(6 * 1024 * 1024) + "\"")
                        .statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({"functions/Tell", "schedules/Tell"})
    void otherMethodsAreNotAllowed(String path) throws Exception {
        HttpResponse<String> answer =
                CLIENT.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).contains("POST");
    }

    @Test
    void aRunWhoseQueuesDoNotGetEmptyIsATimeOut() throws Exception {
        RunRoute route = route(limit -> false, RunReport.ANSWER);

        Answer answer = route.answer(call("/_local/schedules/Tell")).orElseThrow();
        assertThat(answer.status()).isEqualTo(504);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"message\":\"The queues are not empty after 10 minutes.\"}");
    }

    @Test
    void aRunIsReportedOnceItsQueuesAreEmpty() throws Exception {
        List<String> steps = new ArrayList<>();
        RunRoute route = route(limit -> steps.add("empty"), (function, answer) -> {
            steps.add(function + " answered " + answer);
            return "{\"done\":3}";
        });

        Answer answer = route.answer(call("/_local/schedules/Tell")).orElseThrow();
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("{\"data\":{\"done\":3}}");
        assertThat(steps).containsExactly("empty", "Tell answered 5");
    }

    @Test
    void aRunThatFailsIsNotWaitedFor() throws Exception {
        RunRoute route = new RunRoute(
                Map.of("Tell", tell(event -> {
                    throw new IllegalStateException();
                })),
                InstantSource.system(),
                limit -> {
                    throw new AssertionError("it waits");
                },
                RunReport.ANSWER);

        assertThat(route.answer(call("/_local/schedules/Tell")).orElseThrow().status())
                .isEqualTo(500);
    }

    private static RunRoute route(Backlog backlog, RunReport report) {
        return new RunRoute(Map.of("Tell", tell(event -> 5)), InstantSource.system(), backlog, report);
    }

    private static LambdaFunction tell(Function<Object, Object> handler) {
        return new LambdaFunction(
                TestTemplate.read().function("Tell"),
                new Code<Object, Object>((event, context) -> handler.apply(event), Object.class, Object.class));
    }

    private static Call call(String path) {
        return new Call("POST", path, "", "HTTP/1.1", "127.0.0.1", Map.of(), new byte[0]);
    }

    private static void assertFailed(HttpResponse<String> answer, String error) {
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("{\"message\":\"The function failed.\",\"error\":\"" + error + "\"}");
    }

    private static HttpResponse<String> post(String path, String body) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(uri(path))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return SERVER.uri().resolve("/_local/" + path);
    }
}
