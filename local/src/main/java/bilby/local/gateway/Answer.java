package bilby.local.gateway;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What goes back over the wire.
 *
 * @param headers by their names in lower case
 * @param cookies each for a Set-Cookie header of its own
 */
@SuppressWarnings("ArrayRecordComponent") // A body is passed on, never compared.
public record Answer(int status, Map<String, String> headers, List<String> cookies, byte[] body) {

    public Answer {
        headers = Map.copyOf(headers);
        cookies = List.copyOf(cookies);
    }

    /** An answer of the gateway's own, whose body is a JSON object with this message. */
    public static Answer message(int status, String message) {
        return json(status, "{\"message\":\"" + message + "\"}");
    }

    /** An answer with a JSON body. */
    public static Answer json(int status, String json) {
        return new Answer(
                status, Map.of("content-type", "application/json"), List.of(), json.getBytes(StandardCharsets.UTF_8));
    }

    /** This answer with one more header. */
    public Answer with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, cookies, body);
    }
}
