package bilby.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.role.Access;
import bilby.local.template.Arns;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.ListQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

class QueueAccessTest {

    private static final String URL = "http://127.0.0.1:9324/000000000000/Q";

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of(SendMessageRequest.builder().queueUrl(URL).build(), "sqs:SendMessage", Arns.queue("Q")),
                Arguments.of(
                        SendMessageBatchRequest.builder().queueUrl(URL).build(), "sqs:SendMessage", Arns.queue("Q")),
                Arguments.of(
                        DeleteMessageBatchRequest.builder().queueUrl(URL).build(),
                        "sqs:DeleteMessage",
                        Arns.queue("Q")),
                Arguments.of(
                        ReceiveMessageRequest.builder().queueUrl(URL).build(), "sqs:ReceiveMessage", Arns.queue("Q")),
                Arguments.of(ListQueuesRequest.builder().build(), "sqs:ListQueues", "*"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void eachRequestNeedsTheRightThatIamAsksFor(SdkRequest request, String action, String resource) {
        assertThat(QueueAccess.neededBy(request)).containsExactly(new Access(action, resource));
    }
}
