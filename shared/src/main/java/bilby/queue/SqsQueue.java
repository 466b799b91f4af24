package bilby.queue;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** A queue of SQS. Safe for many threads. */
public final class SqsQueue implements Queue {

    /** SQS takes no more messages in one request. */
    private static final int MOST = 10;

    /** A message that SQS refuses so often is not sent. */
    private static final int MOST_TRIES = 3;

    private final SqsClient client;
    private final String url;

    public SqsQueue(SqsClient client, String url) {
        this.client = client;
        this.url = url;
    }

    @Override
    public void send(List<String> messages) {
        for (int from = 0; from < messages.size(); from += MOST) {
            sendBatch(messages.subList(from, Math.min(messages.size(), from + MOST)));
        }
    }

    /** SQS can take some of a batch and refuse the rest, which are sent again. */
    private void sendBatch(List<String> messages) {
        List<String> left = messages;
        for (int tries = 0; !left.isEmpty(); tries++) {
            if (tries == MOST_TRIES) {
                throw new IllegalStateException(left.size() + " messages were refused by the queue");
            }
            List<String> sent = left;
            left = client.sendMessageBatch(batch -> batch.queueUrl(url).entries(entries(sent))).failed().stream()
                    .map(BatchResultErrorEntry::id)
                    .map(id -> sent.get(Integer.parseInt(id)))
                    .toList();
        }
    }

    private static List<SendMessageBatchRequestEntry> entries(List<String> messages) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        for (String message : messages) {
            entries.add(SendMessageBatchRequestEntry.builder()
                    .id(Integer.toString(entries.size()))
                    .messageBody(message)
                    .build());
        }
        return entries;
    }
}
