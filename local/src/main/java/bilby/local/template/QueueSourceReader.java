package bilby.local.template;

import java.util.Set;

/** Reads a function's event of the type SQS. */
final class QueueSourceReader {

    private static final int MOST_IN_A_BATCH = 10;

    /** With so many Lambda begins where the template sets no limit. */
    private static final int DEFAULT_CONCURRENCY = 5;

    private static final Set<String> READ =
            Set.of("Queue", "BatchSize", "FunctionResponseTypes", "ScalingConfig", "Enabled");

    /** A batch is not waited for here. */
    private static final Set<String> PASSED_OVER = Set.of("MaximumBatchingWindowInSeconds", "MetricsConfig");

    private QueueSourceReader() {}

    static QueueSource read(Part event) {
        Part properties = event.get("Properties");
        properties.onlyHas(READ, PASSED_OVER);
        return new QueueSource(
                QueueReader.idOf(properties.get("Queue")),
                properties.find("BatchSize").map(QueueSourceReader::batchSize).orElse(MOST_IN_A_BATCH),
                properties
                        .find("ScalingConfig")
                        .map(QueueSourceReader::concurrency)
                        .orElse(DEFAULT_CONCURRENCY),
                properties
                        .find("FunctionResponseTypes")
                        .map(QueueSourceReader::reportsFailures)
                        .orElse(false),
                properties.find("Enabled").map(Part::truth).orElse(true));
    }

    private static int batchSize(Part size) {
        if (size.number() < 1 || size.number() > MOST_IN_A_BATCH) {
            throw size.error("a number from 1 to " + MOST_IN_A_BATCH + " is expected here");
        }
        return size.number();
    }

    private static int concurrency(Part scaling) {
        Part most = scaling.get("MaximumConcurrency");
        if (most.number() < 2 || most.number() > 1000) {
            throw most.error("a number from 2 to 1000 is expected here");
        }
        return most.number();
    }

    static boolean reportsFailures(Part types) {
        for (Part type : types.items()) {
            if (!type.text().equals("ReportBatchItemFailures")) {
                throw type.error("ReportBatchItemFailures is expected here");
            }
        }
        return !types.items().isEmpty();
    }
}
