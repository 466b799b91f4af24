package bilby.functions.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Metrics as CloudWatch reads them out of a log (its "embedded metric format"): no call, no cost but the line. The line goes
 * to standard output as it is, for a logger would wrap it. Their one dimension is the function, as its class is called.
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
        out.accept(Json.text(line(namespace, function, now, values)));
    }

    static ObjectNode line(String namespace, Class<?> function, Instant now, Map<String, Long> values) {
        ObjectNode line = Json.object();
        ObjectNode aws = line.putObject("_aws");
        aws.put("Timestamp", now.toEpochMilli());
        ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
        directive.put("Namespace", namespace);
        directive.putArray("Dimensions").addArray().add(DIMENSION);
        ArrayNode metrics = directive.putArray("Metrics");
        values.keySet().forEach(name -> metrics.addObject().put("Name", name));
        line.put(DIMENSION, function.getSimpleName());
        values.forEach(line::put);
        return line;
    }
}
