package bilby.local.sqs;

import bilby.local.gateway.Answer;
import bilby.local.gateway.Call;
import bilby.local.template.Arns;
import bilby.local.template.Queue;
import bilby.local.template.Redrive;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResultEntry;

/**
 * {@code GET /_local/queues} tells how many messages each queue holds.
 * {@code POST /_local/queues/<LogicalId>/redrive} moves what a dead-letter queue holds back to where it came from, and
 * answers how many messages that were.
 */
public final class QueuesRoute {

    private static final String LIST = "/_local/queues";
    private static final Pattern REDRIVE = Pattern.compile(LIST + "/([^/]+)/redrive");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Sqs sqs;
    private final List<Queue> queues;

    /** @param queues all of the template's */
    public QueuesRoute(Sqs sqs, List<Queue> queues) {
        this.sqs = sqs;
        this.queues = queues;
    }

    /** The answer, if this call is for the queues. */
    public Optional<Answer> answer(Call call) throws InterruptedException {
        if (call.path().equals(LIST)) {
            return Optional.of(call.method().equals("GET") ? list() : notAllowed("GET"));
        }
        Matcher path = REDRIVE.matcher(call.path());
        if (!path.matches()) {
            return Optional.empty();
        }
        return Optional.of(call.method().equals("POST") ? redrive(path.group(1)) : notAllowed("POST"));
    }

    private static Answer notAllowed(String method) {
        return Answer.message(405, "The method is not allowed for this path.").with("allow", method);
    }

    private Answer list() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode data = body.putArray("data");
        try (SqsClient client = sqs.client()) {
            for (Queue queue : queues) {
                Depth depth = Depth.of(client, sqs.url(queue.id()));
                data.addObject()
                        .put("name", queue.id())
                        .put("visible", depth.visible())
                        .put("delayed", depth.delayed())
                        .put("in_flight", depth.inFlight());
            }
        }
        return Answer.json(200, body.toString());
    }

    private Answer redrive(String id) throws InterruptedException {
        boolean isDeadLetterQueue = queues.stream()
                .flatMap(queue -> queue.redrive().stream())
                .map(Redrive::deadLetterQueue)
                .anyMatch(id::equals);
        if (!isDeadLetterQueue) {
            return Answer.message(404, "There is no such dead-letter queue.");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("data").put("moved", moved(Arns.queue(id)));
        return Answer.json(200, body.toString());
    }

    /** Moves all of it, as the console's redrive does, and counts. */
    private long moved(String arn) throws InterruptedException {
        try (SqsClient client = sqs.client()) {
            String task = client.startMessageMoveTask(request -> request.sourceArn(arn))
                    .taskHandle();
            while (true) {
                ListMessageMoveTasksResultEntry state = state(client, arn, task);
                if (!state.status().equals("RUNNING")) {
                    return state.approximateNumberOfMessagesMoved();
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        }
    }

    private static ListMessageMoveTasksResultEntry state(SqsClient client, String arn, String task) {
        return client.listMessageMoveTasks(request -> request.sourceArn(arn).maxResults(10)).results().stream()
                .filter(entry -> task.equals(entry.taskHandle()))
                .findFirst()
                .orElseThrow();
    }
}
