package bilby.functions.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Metrics as CloudWatch reads them out of a log (its "embedded metric format"): no call, no cost but the line. The line goes
 * to standard output as it is, for a logger would wrap it. A metric is of one function, or of the whole stack.
 */
public final class Metrics {

    private static final List<String> WHOLE_STACK = List.of();

    /** The function, as its class is called. */
    private static final String BY_CLASS = "Function";

    /** The function, as Lambda calls it, and as Lambda's own metrics name it. */
    private static final String BY_NAME = "FunctionName";

    private Metrics() {}

    /**
     * Tells the metrics of a function.
     *
     * @param out takes the line: standard output's {@code println}, but in tests
     * @param namespace the stack's own, so that one stack's figures are not taken for another's
     */
    public static void emit(
            Consumer<String> out, String namespace, Class<?> function, Instant now, Map<String, Long> values) {
        out.accept(Json.text(
                line(namespace, now, List.of(List.of(BY_CLASS)), Map.of(BY_CLASS, function.getSimpleName()), values)));
    }

    /** Tells metrics of the whole stack. */
    public static void emit(Consumer<String> out, String namespace, Instant now, Map<String, Long> values) {
        out.accept(Json.text(line(namespace, now, List.of(WHOLE_STACK), Map.of(), values)));
    }

    /** A 503 is none: it says that nothing has moved, and is what a client gets that outruns its own requests. */
    static boolean isFault(int status) {
        return status >= 500 && status != 503;
    }

    /** Tells of a fault: of the whole stack, and of the function that Lambda calls by this name. */
    static void emitFault(Consumer<String> out, String namespace, String functionName, Instant now) {
        out.accept(Json.text(line(
                namespace,
                now,
                List.of(WHOLE_STACK, List.of(BY_NAME)),
                Map.of(BY_NAME, functionName),
                Map.of("Faults", 1L))));
    }

    /**
     * One line.
     *
     * @param dimensionSets the metrics are told once by each of them
     * @param dimensions each dimension's value
     */
    private static ObjectNode line(
            String namespace,
            Instant now,
            List<List<String>> dimensionSets,
            Map<String, String> dimensions,
            Map<String, Long> values) {
        ObjectNode line = Json.object();
        ObjectNode aws = line.putObject("_aws");
        aws.put("Timestamp", now.toEpochMilli());
        ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
        directive.put("Namespace", namespace);
        ArrayNode sets = directive.putArray("Dimensions");
        dimensionSets.forEach(names -> names.forEach(sets.addArray()::add));
        ArrayNode metrics = directive.putArray("Metrics");
        values.keySet().forEach(name -> metrics.addObject().put("Name", name));
        dimensions.forEach(line::put);
        values.forEach(line::put);
        return line;
    }
}
