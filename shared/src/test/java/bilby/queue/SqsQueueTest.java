package bilby.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

class SqsQueueTest {

    private static final String URL = "http://127.0.0.1/queue";

    private final List<List<String>> batches = new ArrayList<>();

    @Test
    void tenMessagesAreSentAtOnce() {
        new SqsQueue(refusing(0), URL)
                .send(IntStream.range(0, 25).mapToObj(Integer::toString).toList());

        assertThat(batches).extracting(List::size).containsExactly(10, 10, 5);
        assertThat(batches.stream().flatMap(List::stream)).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void noMessagesTakeNoRequest() {
        new SqsQueue(refusing(0), URL).send(List.of());

        assertThat(batches).isEmpty();
    }

    @Test
    void whatIsRefusedIsSentAgainAndNothingElse() {
        new SqsQueue(refusing(1), URL).send(List.of("a", "b", "c"));

        assertThat(batches).containsExactly(List.of("a", "b", "c"), List.of("c"));
    }

    @Test
    void whatIsRefusedAgainAndAgainIsAFailure() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new SqsQueue(refusing(3), URL).send(List.of("a", "b")))
                .withMessage("1 messages were refused by the queue");
    }

    /** Of the first so many requests it refuses the last message. */
    private SqsClient refusing(int requests) {
        return new SqsClient() {
            @Override
            public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
                batches.add(request.entries().stream()
                        .map(SendMessageBatchRequestEntry::messageBody)
                        .toList());
                List<BatchResultErrorEntry> failed = batches.size() > requests
                        ? List.of()
                        : List.of(BatchResultErrorEntry.builder()
                                .id(request.entries().getLast().id())
                                .build());
                return SendMessageBatchResponse.builder().failed(failed).build();
            }

            @Override
            public String serviceName() {
                return SERVICE_NAME;
            }

            @Override
            public void close() {}
        };
    }
}
