package bilby.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** Calls the API as any client does. */
final class Till implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI root;
    private final String token;

    /** @param root the server's, without any path */
    Till(URI root, String token) {
        this.root = root;
        this.token = token;
    }

    static ObjectNode body() {
        return JSON.createObjectNode();
    }

    JsonNode get(String path) {
        return accepted("GET", "/api/v3" + path, "");
    }

    /** What was made. */
    JsonNode post(String path, ObjectNode body) {
        return accepted("POST", "/api/v3" + path, body.toString());
    }

    /** What was made, unless it was refused. */
    Optional<JsonNode> tryPost(String path, ObjectNode body) {
        return sent("POST", "/api/v3" + path, body.toString());
    }

    void put(String path, ObjectNode body) {
        accepted("PUT", "/api/v3" + path, body.toString());
    }

    /** Runs a function as its schedules do, to its end. */
    void runSchedules(String function) {
        accepted("POST", "/_local/schedules/" + function, "");
    }

    private JsonNode accepted(String method, String path, String body) {
        return sent(method, path, body)
                .orElseThrow(() -> new IllegalStateException("refused: " + method + " " + path + " " + body));
    }

    private Optional<JsonNode> sent(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return switch (answer.statusCode()) {
                case 200, 201 -> Optional.of(JSON.readTree(answer.body()).path("data"));
                case 422 -> Optional.empty();
                default -> throw new IllegalStateException(method + " " + path + ": " + answer.body());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
