package bilby.openapi;

import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * A request and its answer.
 *
 * @param target its path and query as they were sent
 */
public record Exchange(
        String method,
        String target,
        HttpHeaders requestHeaders,
        Optional<String> requestBody,
        int status,
        HttpHeaders answerHeaders,
        String answerBody) {

    String path() {
        return target.replaceFirst("\\?.*", "");
    }

    String query() {
        return target.contains("?") ? target.substring(target.indexOf('?') + 1) : "";
    }

    boolean isAccepted() {
        return status / 100 == 2;
    }
}
