package bilby.local.sqs;

import bilby.local.template.Arns;
import bilby.local.template.Queue;
import bilby.local.template.Redrive;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Makes the template's queues. */
final class QueueMaker {

    private QueueMaker() {}

    /** Those without a dead-letter queue come first, for it must be there before what leads to it. */
    static void make(SqsClient client, List<Queue> queues) {
        Predicate<Queue> leadsElsewhere = queue -> queue.redrive().isPresent();
        queues.stream().filter(leadsElsewhere.negate()).forEach(queue -> make(client, queue));
        queues.stream().filter(leadsElsewhere).forEach(queue -> make(client, queue));
    }

    private static void make(SqsClient client, Queue queue) {
        Map<QueueAttributeName, String> attributes = new EnumMap<>(QueueAttributeName.class);
        attributes.put(
                QueueAttributeName.VISIBILITY_TIMEOUT,
                Long.toString(queue.visibilityTimeout().toSeconds()));
        queue.redrive().ifPresent(redrive -> attributes.put(QueueAttributeName.REDRIVE_POLICY, policy(redrive)));
        client.createQueue(request -> request.queueName(queue.id()).attributes(attributes));
    }

    private static String policy(Redrive redrive) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("deadLetterTargetArn", Arns.queue(redrive.deadLetterQueue()))
                .put("maxReceiveCount", redrive.maxReceiveCount())
                .toString();
    }
}
