package bilby.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the HTTP API lets pages of other origins do; an empty list says nothing to the browser. */
public record Cors(
        List<String> allowOrigins,
        List<String> allowMethods,
        List<String> allowHeaders,
        List<String> exposeHeaders,
        boolean allowCredentials,
        Optional<Duration> maxAge) {

    public Cors {
        allowOrigins = List.copyOf(allowOrigins);
        allowMethods = List.copyOf(allowMethods);
        allowHeaders = List.copyOf(allowHeaders);
        exposeHeaders = List.copyOf(exposeHeaders);
    }
}
