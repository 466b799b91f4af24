package bilby.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.LocalServer;
import bilby.local.Options;
import bilby.local.TestTemplate;
import bilby.local.handlers.Work;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over HTTP, on a server whose template has a function that fills a queue and another that empties it. */
@Timeout(60)
class QueuesRouteTest {

    private static final LocalServer SERVER = LocalServer.start(Options.free(TestTemplate.file()));
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void nothingIsHandledYet() {
        Work.HANDLED.clear();
    }

    @Test
    void aScheduledRunIsOverWhenItsQueuesAreEmptyAndPoisonIsRedriven() throws Exception {
        assertThat(send(post("queues/DeadQueue/redrive", "")).body()).isEqualTo("{\"data\":{\"moved\":0}}");

        HttpResponse<String> run = send(post("schedules/Send", ""));

        assertThat(run.statusCode()).isEqualTo(200);
        assertThat(run.body()).isEqualTo("{\"data\":[\"good\",\"bad\"]}");
        assertThat(Work.HANDLED).containsExactly("good");
        assertThat(queues())
                .isEqualTo(json("{'data':[{'name':'WorkQueue','visible':0,'delayed':0,'in_flight':0},"
                        + "{'name':'DeadQueue','visible':1,'delayed':0,'in_flight':0}]}"));

        HttpResponse<String> redrive = send(post("queues/DeadQueue/redrive", ""));
        assertThat(redrive.statusCode()).isEqualTo(200);
        assertThat(redrive.body()).isEqualTo("{\"data\":{\"moved\":1}}");
        // It is tried again as often as before, and another run waits for that.
        send(post("schedules/Send", ""));
        assertThat(queues().at("/data/1/visible").asInt()).isEqualTo(2);
        assertThat(send(post("queues/DeadQueue/redrive", "")).body()).isEqualTo("{\"data\":{\"moved\":2}}");
    }

    @Test
    void aFunctionWhoseRoleDoesNotAllowItSendsNothing() throws Exception {
        HttpResponse<String> answer = send(post("functions/SendWithoutTheRight", "[\"good\"]"));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("SqsException");
        assertThat(Work.HANDLED).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"queues/WorkQueue/redrive", "queues/Nothing/redrive"})
    void whatIsNoDeadLetterQueueIsNotRedriven(String path) throws Exception {
        assertThat(send(post(path, "")).statusCode()).isEqualTo(404);
    }

    @Test
    void otherMethodsAreNotAllowed() throws Exception {
        assertThat(send(post("queues", "")).statusCode()).isEqualTo(405);
        assertThat(send(HttpRequest.newBuilder(uri("queues/DeadQueue/redrive"))).statusCode())
                .isEqualTo(405);
    }

    @Test
    void aPageOfAnotherSiteLearnsNothing() throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(uri("queues")).header("Origin", "https://else.example"));

        assertThat(answer.body()).doesNotContain("WorkQueue\",\"visible");
    }

    private static JsonNode queues() throws Exception {
        return JSON.readTree(send(HttpRequest.newBuilder(uri("queues"))).body());
    }

    private static JsonNode json(String text) throws Exception {
        return JSON.readTree(text.replace('\'', '"'));
    }

    private static HttpRequest.Builder post(String path, String body) {
        return HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return SERVER.uri().resolve("/_local/" + path);
    }
}
