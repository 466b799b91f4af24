package bilby.functions.audit;

import bilby.functions.http.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;

/**
 * Metrics as CloudWatch reads them out of a log (its "embedded metric format"): no call, no cost but the line. The line is
 * written to standard output as it is, for a logger would wrap it.
 */
final class Metrics {

    private Metrics() {}

    /** @param namespace the stack's own, so that one stack's figures are not taken for another's */
    static void emit(String namespace, Instant now, Map<String, Long> values) {
        System.out.println(Json.text(line(namespace, now, values)));
    }

    static ObjectNode line(String namespace, Instant now, Map<String, Long> values) {
        ObjectNode line = Json.object();
        ObjectNode aws = line.putObject("_aws");
        aws.put("Timestamp", now.toEpochMilli());
        ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
        directive.put("Namespace", namespace);
        directive.putArray("Dimensions").addArray();
        ArrayNode metrics = directive.putArray("Metrics");
        values.keySet().forEach(name -> metrics.addObject().put("Name", name));
        values.forEach(line::put);
        return line;
    }
}
