package bilby.local.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a function's answer (payload format 2.0). */
final class AnswerReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is the gateway's own to say. */
    private static final Set<String> IGNORED = Set.of("connection", "content-length", "transfer-encoding");

    private AnswerReader() {}

    /** The answer, unless it is none that could be sent. */
    static Optional<Answer> read(String json) {
        JsonNode answer = tree(json);
        int status = answer.path("statusCode").asInt();
        if (status < 200 || status > 599) {
            return Optional.empty();
        }
        return body(answer).map(body -> new Answer(status, headers(answer, body), cookies(answer), body));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Lambda's serialisation writes JSON", e);
        }
    }

    private static Map<String, String> headers(JsonNode answer, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        answer.path("headers")
                .forEachEntry((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value.asText()));
        headers.keySet().removeAll(IGNORED);
        if (body.length > 0) {
            headers.putIfAbsent("content-type", "text/plain;charset=UTF-8");
        }
        return headers;
    }

    private static List<String> cookies(JsonNode answer) {
        List<String> cookies = new ArrayList<>();
        answer.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
        return cookies;
    }

    private static Optional<byte[]> body(JsonNode answer) {
        String body = answer.path("body").asText("");
        if (!answer.path("isBase64Encoded").asBoolean()) {
            return Optional.of(body.getBytes(StandardCharsets.UTF_8));
        }
        try {
            return Optional.of(Base64.getDecoder().decode(body));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
