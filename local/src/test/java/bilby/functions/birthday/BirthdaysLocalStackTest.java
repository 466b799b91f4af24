package bilby.functions.birthday;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.birthday.BirthdayOutcome;
import bilby.local.template.QueueSource;
import bilby.local.template.Stack;
import bilby.local.template.Template;
import bilby.queue.SqsQueue;
import bilby.store.Dynamo;
import bilby.wallet.ProfileId;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The planner and the worker in this JVM, on LocalStack's tables and queues, made from the template's own definitions. */
@Tag("containers")
class BirthdaysLocalStackTest {

    private static final Path BILBY = Path.of("../template.yaml");
    private static final String QUEUE = "BirthdayQueue";
    private static final String DEAD_LETTERS = "BirthdayDeadLetters";

    private final Stack stack = Stack.of(BILBY);
    private final Template template = stack.template();
    private final SqsClient sqs = Stack.sqs();
    private final Shop shop = new Shop(Dynamo.LOCALSTACK.client(), variables(), url -> new SqsQueue(sqs, url));

    /** The worker's, with the URL that the stack gave. */
    private Map<String, String> variables() {
        Map<String, String> variables =
                new HashMap<>(template.function("IssueBirthdays").variables());
        variables.put("BIRTHDAY_QUEUE_URL", stack.ref(QUEUE));
        return variables;
    }

    @AfterEach
    void stop() {
        sqs.close();
    }

    @Test
    void eachMemberGetsOneWhateverComesAgain() {
        shop.definition(1);
        // Zones that share their midnight with few others, so that few places are looked at.
        Map<ProfileId, Instant> midnights = Map.of(
                member("Pacific/Chatham"), Instant.parse("2025-03-09T10:15:00Z"),
                member("Australia/Eucla"), Instant.parse("2025-03-09T15:15:00Z"),
                member("Pacific/Marquesas"), Instant.parse("2025-03-10T09:30:00Z"));

        midnights.values().stream().sorted().forEach(this::planAt);
        List<String> messages = work();
        assertEachHasOne(midnights);
        midnights.values().forEach(this::planAt);
        List<String> again = work();

        assertThat(messages).isNotEmpty();
        assertThat(again).containsExactlyInAnyOrderElementsOf(messages);
        assertEachHasOne(midnights);
        assertThat(shop.counts("2025-03-10")).isEqualTo(Map.of(BirthdayOutcome.ISSUED, 3L));
    }

    @Test
    void whatFailsComesAsOftenAsTheTemplateSaysAndIsSetAside() {
        send("poison");
        planAt(Instant.parse("2025-06-01T15:15:00Z"));

        List<String> bodies = work();

        int most = template.queue(QUEUE).redrive().orElseThrow().maxReceiveCount();
        assertThat(bodies).filteredOn("poison"::equals).hasSize(most);
        assertThat(bodies).filteredOn(body -> !body.equals("poison")).doesNotHaveDuplicates();
        assertThat(receive(DEAD_LETTERS)).extracting(Message::body).containsExactly("poison");
    }

    private ProfileId member(String zone) {
        return shop.member("03-10", Optional.of(ZoneId.of(zone)));
    }

    private void planAt(Instant midnight) {
        shop.beginAt(midnight);
        shop.plan();
    }

    private void send(String message) {
        sqs.sendMessage(request -> request.queueUrl(stack.ref(QUEUE)).messageBody(message));
    }

    private void assertEachHasOne(Map<ProfileId, Instant> midnights) {
        assertThat(midnights)
                .allSatisfy((member, midnight) -> assertThat(shop.rewards(member))
                        .singleElement()
                        .satisfies(
                                reward -> assertThat(reward.span().issuedAt()).isEqualTo(midnight)));
    }

    /**
     * Does as Lambda does until the queue is empty: what the worker has handled is deleted, and what it has not comes back, at
     * once and not after the queue's half an hour.
     *
     * @return the messages that the worker was given, as often as it was
     */
    private List<String> work() {
        List<String> bodies = new ArrayList<>();
        while (depth() > 0) {
            List<Message> batch = receive(QUEUE);
            batch.forEach(message -> bodies.add(message.body()));
            Set<String> failed = shop
                    .handle(batch.stream()
                            .map(BirthdaysLocalStackTest::delivered)
                            .toList())
                    .getBatchItemFailures()
                    .stream()
                    .map(BatchItemFailure::getItemIdentifier)
                    .collect(Collectors.toSet());
            for (Message message : batch) {
                if (failed.contains(message.messageId())) {
                    sqs.changeMessageVisibility(request -> request.queueUrl(stack.ref(QUEUE))
                            .receiptHandle(message.receiptHandle())
                            .visibilityTimeout(0));
                } else {
                    sqs.deleteMessage(
                            request -> request.queueUrl(stack.ref(QUEUE)).receiptHandle(message.receiptHandle()));
                }
            }
        }
        return bodies;
    }

    private List<Message> receive(String queue) {
        return sqs.receiveMessage(request -> request.queueUrl(stack.ref(queue))
                        .maxNumberOfMessages(source().batchSize())
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    private QueueSource source() {
        return template.function("IssueBirthdays").sources().getFirst();
    }

    /** How many messages there are, those included that were received and not deleted. */
    private int depth() {
        return sqs
                .getQueueAttributes(request -> request.queueUrl(stack.ref(QUEUE))
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes()
                .values()
                .stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }

    private static SQSMessage delivered(Message message) {
        SQSMessage delivered = new SQSMessage();
        delivered.setMessageId(message.messageId());
        delivered.setBody(message.body());
        delivered.setAttributes(message.attributesAsStrings());
        return delivered;
    }
}
