package bilby.local.gateway;

import bilby.local.template.Cors;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the gateway says to pages of other origins, by the template's CorsConfiguration. */
final class CorsRules {

    private final Cors cors;

    CorsRules(Cors cors) {
        this.cors = cors;
    }

    /** Whether a browser asks with this what it may send; the gateway answers it without any function. */
    static boolean isPreflight(Call call) {
        return call.method().equals("OPTIONS")
                && call.header("origin").isPresent()
                && call.header("access-control-request-method").isPresent();
    }

    Answer preflight(Call call) {
        Answer answer = new Answer(204, Map.of(), List.of(), new byte[0]);
        Optional<String> origin = allowed(call);
        if (origin.isEmpty()) {
            return answer;
        }
        answer = with(answer, "access-control-allow-methods", cors.allowMethods());
        answer = with(answer, "access-control-allow-headers", cors.allowHeaders());
        if (cors.maxAge().isPresent()) {
            answer = answer.with(
                    "access-control-max-age", Long.toString(cors.maxAge().get().toSeconds()));
        }
        return withOrigin(answer, origin.get());
    }

    /** A function's answer with what lets the page read it. */
    Answer apply(Call call, Answer answer) {
        return allowed(call)
                .map(origin -> withOrigin(with(answer, "access-control-expose-headers", cors.exposeHeaders()), origin))
                .orElse(answer);
    }

    private Optional<String> allowed(Call call) {
        return call.header("origin")
                .filter(origin ->
                        cors.allowOrigins().contains("*") || cors.allowOrigins().contains(origin))
                .map(origin -> cors.allowOrigins().contains("*") ? "*" : origin);
    }

    private Answer withOrigin(Answer answer, String origin) {
        Answer with = answer.with("access-control-allow-origin", origin);
        return cors.allowCredentials() ? with.with("access-control-allow-credentials", "true") : with;
    }

    private static Answer with(Answer answer, String header, List<String> values) {
        return values.isEmpty() ? answer : answer.with(header, String.join(",", values));
    }
}
