package bilby.local.gateway;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came over the wire.
 *
 * @param path as it was sent, percent-encoded
 * @param query as it was sent, without the question mark; empty if there is none
 * @param headers the values of each in order, by their names in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // A body is passed on, never compared.
public record Call(
        String method,
        String path,
        String query,
        String protocol,
        String sourceIp,
        Map<String, List<String>> headers,
        byte[] body) {

    public Call {
        headers = Map.copyOf(headers);
    }

    /** A header's values joined by commas; its name is in lower case. */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(values -> String.join(",", values));
    }
}
