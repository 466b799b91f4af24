package bilby.local.template;

import java.util.Set;

/** Reads a function's event of the type DynamoDB. */
final class StreamSourceReader {

    private static final int DEFAULT_BATCH = 100;

    private static final Set<String> READ = Set.of(
            "Stream",
            "BatchSize",
            "MaximumRetryAttempts",
            "BisectBatchOnFunctionError",
            "FunctionResponseTypes",
            "DestinationConfig",
            "Enabled");

    /** A stream is read here from its beginning, as it comes, by one. */
    private static final Set<String> PASSED_OVER = Set.of(
            "StartingPosition",
            "MaximumBatchingWindowInSeconds",
            "MaximumRecordAgeInSeconds",
            "ParallelizationFactor",
            "MetricsConfig");

    private StreamSourceReader() {}

    static StreamSource read(Part event) {
        Part properties = event.get("Properties");
        properties.onlyHas(READ, PASSED_OVER);
        return new StreamSource(
                table(properties.get("Stream")),
                properties.find("BatchSize").map(Part::number).orElse(DEFAULT_BATCH),
                properties.find("MaximumRetryAttempts").map(Part::number).orElse(-1),
                properties.find("BisectBatchOnFunctionError").map(Part::truth).orElse(false),
                properties
                        .find("FunctionResponseTypes")
                        .map(QueueSourceReader::reportsFailures)
                        .orElse(false),
                properties.find("DestinationConfig").map(StreamSourceReader::onFailure),
                properties.find("Enabled").map(Part::truth).orElse(true));
    }

    private static String table(Part stream) {
        return Arns.tableOfStream(stream.text())
                .orElseThrow(() -> stream.error("the ARN of a table's stream is expected here"));
    }

    private static String onFailure(Part config) {
        Part destination = config.get("OnFailure");
        destination.onlyHas(Set.of("Type", "Destination"), Set.of());
        return QueueReader.idOf(destination.get("Destination"));
    }
}
