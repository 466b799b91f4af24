package bilby.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.TestTemplate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Queues and schedules made from the template's own definitions are what it says, and what the local server serves. */
@Tag("containers")
class LocalStackTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path BILBY = Path.of("../template.yaml");

    static Stream<Path> templates() {
        return Stream.of(TestTemplate.file(), BILBY);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void theQueuesAreTheTemplates(Path file) throws Exception {
        Stack stack = Stack.of(file);
        Template template = TemplateReader.read(file);

        assertThat(stack.ids("AWS::SQS::Queue"))
                .containsExactlyElementsOf(
                        template.queues().stream().map(Queue::id).toList());
        try (SqsClient client = Stack.sqs()) {
            for (Queue queue : template.queues()) {
                Map<QueueAttributeName, String> attributes = attributes(client, stack.ref(queue.id()));

                assertThat(attributes)
                        .containsEntry(
                                QueueAttributeName.VISIBILITY_TIMEOUT,
                                Long.toString(queue.visibilityTimeout().toSeconds()))
                        .containsEntry(
                                QueueAttributeName.MESSAGE_RETENTION_PERIOD,
                                stack.properties(queue.id())
                                        .path("MessageRetentionPeriod")
                                        .asText("345600"));
                if (queue.redrive().isPresent()) {
                    Redrive redrive = queue.redrive().get();
                    JsonNode policy =
                            JSON.readTree(attributes.getOrDefault(QueueAttributeName.REDRIVE_POLICY, "nothing"));
                    assertThat(policy.path("maxReceiveCount").asInt()).isEqualTo(redrive.maxReceiveCount());
                    assertThat(policy.path("deadLetterTargetArn").asText())
                            .isEqualTo(attributes(client, stack.ref(redrive.deadLetterQueue()))
                                    .get(QueueAttributeName.QUEUE_ARN));
                }
            }
        }
    }

    @Test
    void theSchedulesAreTheTemplates() {
        Stack stack = Stack.of(BILBY);

        assertThat(stack.ids("AWS::Scheduler::Schedule")).contains("VerifyWalletsOften");
        for (TemplateFunction function : TemplateReader.read(BILBY).functions()) {
            for (Schedule schedule : function.schedules()) {
                JsonNode asked = stack.properties(function.id() + schedule.event());
                JsonNode made = stack.schedule(function.id() + schedule.event());

                assertThat(made.path("ScheduleExpression")).isEqualTo(asked.path("ScheduleExpression"));
                assertThat(made.path("ScheduleExpressionTimezone").asText("UTC"))
                        .isEqualTo(asked.path("ScheduleExpressionTimezone").asText("UTC"));
                assertThat(made.path("State").asText()).isEqualTo(schedule.isEnabled() ? "ENABLED" : "DISABLED");
                assertThat(made.at("/Target/Input").asText(""))
                        .isEqualTo(schedule.input().orElse(""));
                assertThat(made.at("/Target/RetryPolicy/MaximumRetryAttempts"))
                        .isEqualTo(asked.at("/Target/RetryPolicy/MaximumRetryAttempts"));
            }
        }
    }

    private static Map<QueueAttributeName, String> attributes(SqsClient client, String url) {
        return client.getQueueAttributes(request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                .attributes();
    }
}
