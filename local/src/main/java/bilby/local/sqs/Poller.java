package bilby.local.sqs;

import bilby.local.lambda.LambdaFunction;
import bilby.local.lambda.Outcome;
import bilby.local.template.QueueSource;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Gives the messages of one queue to one function, as Lambda's event source mapping does: what the function handled is
 * deleted, and what it could not comes back. There Lambda waits for the queue's visibility timeout; here it comes back
 * after a second, so that nobody waits half an hour to see a message fail for good.
 */
final class Poller implements Runnable {

    /** As long as SQS lets a request wait for messages. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private static final int BACK_AFTER_SECONDS = 1;

    private final SqsClient client;
    private final String url;
    private final LambdaFunction function;
    private final QueueSource source;
    private final Deliveries deliveries;
    private final ExecutorService threads;
    private final Semaphore invocations;

    /**
     * @param threads for the invocations; once it is shut down this one ends too
     */
    Poller(
            SqsClient client,
            String url,
            LambdaFunction function,
            QueueSource source,
            Deliveries deliveries,
            ExecutorService threads) {
        this.client = client;
        this.url = url;
        this.function = function;
        this.source = source;
        this.deliveries = deliveries;
        this.threads = threads;
        this.invocations = new Semaphore(source.concurrency());
    }

    @Override
    public void run() {
        while (!threads.isShutdown()) {
            try {
                invocations.acquire();
                takeBatch();
            } catch (InterruptedException | RejectedExecutionException e) {
                return;
            } catch (SdkException e) {
                tell(e);
                LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
            }
        }
    }

    private void takeBatch() {
        boolean isTaken = false;
        try {
            List<Message> batch = receive();
            if (!batch.isEmpty()) {
                threads.execute(() -> deliver(batch));
                isTaken = true;
            }
        } finally {
            if (!isTaken) {
                invocations.release();
            }
        }
    }

    private List<Message> receive() {
        return client.receiveMessage(request -> request.queueUrl(url)
                        .maxNumberOfMessages(source.batchSize())
                        .waitTimeSeconds(Math.toIntExact(LONGEST_WAIT.toSeconds()))
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All"))
                .messages();
    }

    private void deliver(List<Message> batch) {
        deliveries.begin();
        Set<String> ids = batch.stream().map(Message::messageId).collect(Collectors.toSet());
        try {
            Outcome.Ended outcome = function.invoke(SqsEvent.write(source.queue(), batch));
            deliveries.handled();
            Set<String> failed = BatchAnswer.failed(outcome, ids, source.reportsFailures());
            delete(batch.stream()
                    .filter(message -> !failed.contains(message.messageId()))
                    .toList());
            putBack(batch.stream()
                    .filter(message -> failed.contains(message.messageId()))
                    .toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SdkException e) {
            tell(e);
        } finally {
            deliveries.end();
            invocations.release();
        }
    }

    private void delete(List<Message> handled) {
        if (!handled.isEmpty()) {
            client.deleteMessageBatch(request -> request.queueUrl(url)
                    .entries(handled.stream()
                            .map(message -> DeleteMessageBatchRequestEntry.builder()
                                    .id(message.messageId())
                                    .receiptHandle(message.receiptHandle())
                                    .build())
                            .toList()));
        }
    }

    private void putBack(List<Message> failed) {
        if (!failed.isEmpty()) {
            client.changeMessageVisibilityBatch(request -> request.queueUrl(url)
                    .entries(failed.stream()
                            .map(message -> ChangeMessageVisibilityBatchRequestEntry.builder()
                                    .id(message.messageId())
                                    .receiptHandle(message.receiptHandle())
                                    .visibilityTimeout(BACK_AFTER_SECONDS)
                                    .build())
                            .toList()));
        }
    }

    /** What fails while all is being closed is of no interest. */
    private void tell(SdkException e) {
        if (!threads.isShutdown()) {
            System.err.println(
                    source.queue() + " does not answer: " + e.getClass().getName());
        }
    }
}
