package bilby.api;

import bilby.local.LocalServer;
import bilby.local.Options;
import bilby.local.StillServer;
import bilby.openapi.Conformance;
import bilby.openapi.Exchange;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A client of a served API, as it would be written for Omneo: paths are those behind {@code /api/v3}. Whatever it sends and
 * gets must be as openapi.yaml says.
 */
record Api(URI root, Optional<String> token, Map<String, String> headers) {

    Api(URI root, Optional<String> token) {
        this(root, token, Map.of());
    }

    /** Reads numbers as exactly as they are written. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** One server for all tests that need none of their own: each test makes its own profiles in it. */
    private static final class Shared {
        private static final LocalServer SERVER = LocalServer.start(Options.free(template()));
    }

    record Answer(int status, String text, HttpHeaders headers) {

        JsonNode json() {
            try {
                return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new AssertionError("no JSON: " + text, e);
            }
        }

        JsonNode data() {
            return json().path("data");
        }

        /** The names of the faulty fields. */
        Iterable<String> errors() {
            return () -> json().path("errors").fieldNames();
        }
    }

    static Path template() {
        return Path.of("../template.yaml");
    }

    static Api shared() {
        return of(Shared.SERVER);
    }

    static Api of(LocalServer server) {
        return of(server.uri());
    }

    static Api of(StillServer server) {
        return of(server.uri());
    }

    private static Api of(URI root) {
        return new Api(root, Optional.of("local"));
    }

    Api with(String otherToken) {
        return new Api(root, Optional.of(otherToken));
    }

    /** The same, with one more header. */
    Api with(String header, String value) {
        return new Api(root, token, Map.of(header, value));
    }

    Api withoutToken() {
        return new Api(root, Optional.empty());
    }

    /** Brackets need not be percent-encoded. */
    Answer get(String path) {
        return send("GET", path, Optional.empty());
    }

    /** Single quotes in the body stand for double ones, so that it is readable. */
    Answer post(String path, String body) {
        return send("POST", path, Optional.of(body.replace('\'', '"')));
    }

    Answer put(String path, String body) {
        return send("PUT", path, Optional.of(body.replace('\'', '"')));
    }

    Answer delete(String path) {
        return send("DELETE", path, Optional.empty());
    }

    Answer send(String method, String path, Optional<String> body) {
        return send(method, path, body, "application/json");
    }

    Answer send(String method, String path, Optional<String> body, String type) {
        return sendTo("/api/v3" + path, method, body, type);
    }

    /** Sets the clock of the machine that serves: {@code 'now'} or {@code 'advance'}. */
    Answer setClock(String body) {
        return sendTo("/_local/clock", "PUT", Optional.of(body.replace('\'', '"')), "application/json");
    }

    /** Runs a function as its schedules do, now. */
    Answer runSchedules(String function) {
        return sendTo("/_local/schedules/" + function, "POST", Optional.empty(), "application/json");
    }

    /** How many messages lie in a queue, to be received. */
    int messages(String queue) {
        for (JsonNode one :
                sendTo("/_local/queues", "GET", Optional.empty(), "").data()) {
            if (one.path("name").asText().equals(queue)) {
                return one.path("visible").asInt();
            }
        }
        throw new AssertionError("there is no " + queue);
    }

    /** Moves the messages of a dead-letter queue back to where they came from, and tells how many those were. */
    int redrive(String queue) {
        return sendTo("/_local/queues/" + queue + "/redrive", "POST", Optional.empty(), "")
                .data()
                .path("moved")
                .asInt();
    }

    /** Gives a function an event, as an operator does. */
    Answer invoke(String function, String event) {
        return sendTo(
                "/_local/functions/" + function, "POST", Optional.of(event.replace('\'', '"')), "application/json");
    }

    private Answer sendTo(String path, String method, Optional<String> body, String type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(root + path.replace("[", "%5B").replace("]", "%5D")))
                .method(method, body.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        body.ifPresent(text -> request.header("Content-Type", type));
        headers.forEach(request::header);
        try {
            HttpRequest sent = request.build();
            HttpResponse<String> response = HTTP.send(sent, BodyHandlers.ofString());
            if (path.startsWith("/api/")) {
                Conformance.check(new Exchange(
                        method,
                        path,
                        sent.headers(),
                        body,
                        response.statusCode(),
                        response.headers(),
                        response.body()));
            }
            return new Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A new member's id. */
    String profile() {
        return post("/profiles", "{'first_name':'Ada','email':'" + unique() + "@example.com'}")
                .data()
                .path("id")
                .asText();
    }

    /** A new definition's id: $10 for 30 days. */
    long definition() {
        return definition("").data().path("id").asLong();
    }

    /** The answer to a new definition of $10 for 30 days, with more fields of its body or others instead. */
    Answer definition(String more) {
        return post(
                "/rewards/definitions",
                "{'name':'Ten dollars','handle':'" + unique() + "','value':10,'period':30,'type':'bonus'" + more + "}");
    }

    /** The answer to a new sale of $10, with more fields of its body or others instead. */
    Answer sale(String more) {
        return post("/transactions", saleBody(more));
    }

    static String saleBody(String more) {
        return "{'total':10,'timezone':'Australia/Melbourne','transacted_at':'2026-01-05 10:00:00',"
                + "'items':[{'name':'Towel','quantity':1,'price_current':20,'price_sell':10}]" + more + "}";
    }

    /** What proving the profile's wallet against its ledger comes to. */
    JsonNode proof(String profile) {
        return get("/profiles/" + profile + "/ledgers/verify").data();
    }

    /** The id of a new redemption of a new reward of $10. */
    long redemption(String profile) {
        reward(profile, definition(), "");
        return post("/profiles/" + profile + "/redeem", "{'amount':10}")
                .data()
                .path("id")
                .asLong();
    }

    /** A new reward, by more fields of its body. */
    JsonNode reward(String profile, long definition, String more) {
        return post(
                        "/rewards",
                        "{'profile_id':'" + profile + "','timezone':'Australia/Melbourne','reward_definition_id':"
                                + definition + more + "}")
                .data();
    }

    /** The answer to a new grant of 100 points for ever, with more fields of its body or others instead. */
    Answer points(String profile, String more) {
        return post(
                "/points", "{'profile_id':'" + profile + "','point_definition_id':1,'value_initial':100" + more + "}");
    }

    /** The answer to a new definition of points, with more fields of its body or others instead. */
    Answer pointDefinition(String more) {
        return post("/points/definitions", "{'name':'Summer','handle':'" + unique() + "'" + more + "}");
    }

    static String unique() {
        return "u" + UUID.randomUUID().toString().substring(0, 13);
    }
}
