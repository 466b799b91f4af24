package bilby.functions.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Metrics as CloudWatch reads them out of a log (its "embedded metric format"): no call, no cost but the line. The line goes
 * to standard output as it is, for a logger would wrap it. Their one dimension is the function, as its class is called; or they
 * have none, and are the stack's.
 */
public final class Metrics {

    private static final String DIMENSION = "Function";

    private Metrics() {}

    /**
     * Tells the metrics of a function.
     *
     * @param out takes the line: standard output's {@code println}, but in tests
     * @param namespace the stack's own, so that one stack's figures are not taken for another's
     */
    public static void emit(
            Consumer<String> out, String namespace, Class<?> function, Instant now, Map<String, Long> values) {
        out.accept(Json.text(line(namespace, Optional.of(function.getSimpleName()), now, values)));
    }

    /** Tells metrics of the whole stack. */
    public static void emit(Consumer<String> out, String namespace, Instant now, Map<String, Long> values) {
        out.accept(Json.text(line(namespace, Optional.empty(), now, values)));
    }

    static ObjectNode line(String namespace, Optional<String> function, Instant now, Map<String, Long> values) {
        ObjectNode line = Json.object();
        ObjectNode aws = line.putObject("_aws");
        aws.put("Timestamp", now.toEpochMilli());
        ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
        directive.put("Namespace", namespace);
        ArrayNode dimensions = directive.putArray("Dimensions").addArray();
        ArrayNode metrics = directive.putArray("Metrics");
        values.keySet().forEach(name -> metrics.addObject().put("Name", name));
        function.ifPresent(name -> {
            dimensions.add(DIMENSION);
            line.put(DIMENSION, name);
        });
        values.forEach(line::put);
        return line;
    }
}
