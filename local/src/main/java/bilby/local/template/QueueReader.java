package bilby.local.template;

import java.time.Duration;
import java.util.Set;

/** Reads a queue's properties. */
final class QueueReader {

    private static final Duration DEFAULT_VISIBILITY = Duration.ofSeconds(30);

    private static final Set<String> READ = Set.of("VisibilityTimeout", "RedrivePolicy");

    /** The name is the logical id here, and messages are kept as long as the server runs. */
    private static final Set<String> PASSED_OVER = Set.of(
            "KmsDataKeyReusePeriodSeconds",
            "KmsMasterKeyId",
            "MessageRetentionPeriod",
            "QueueName",
            "ReceiveMessageWaitTimeSeconds",
            "RedriveAllowPolicy",
            "SqsManagedSseEnabled",
            "Tags");

    private QueueReader() {}

    /** @param id the queue's logical id */
    static Queue read(String id, Part properties) {
        properties.onlyHas(READ, PASSED_OVER);
        return new Queue(
                id,
                properties
                        .find("VisibilityTimeout")
                        .map(Part::number)
                        .map(Duration::ofSeconds)
                        .orElse(DEFAULT_VISIBILITY),
                properties.find("RedrivePolicy").map(QueueReader::redrive));
    }

    private static Redrive redrive(Part policy) {
        policy.onlyHas(Set.of("deadLetterTargetArn", "maxReceiveCount"), Set.of());
        return new Redrive(
                idOf(policy.get("deadLetterTargetArn")),
                policy.get("maxReceiveCount").number());
    }

    /** The logical id of the queue with this ARN. */
    static String idOf(Part arn) {
        return Arns.queueName(arn.text()).orElseThrow(() -> arn.error("the ARN of a queue is expected here"));
    }
}
