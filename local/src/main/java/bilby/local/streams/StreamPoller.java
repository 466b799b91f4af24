package bilby.local.streams;

import bilby.local.lambda.LambdaFunction;
import bilby.local.lambda.Outcome;
import bilby.local.sqs.BatchAnswer;
import bilby.local.template.StreamSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Gives the records of one table's stream to one function, as Lambda's event source mapping does: in their order, from the
 * first that failed on again, and past what has failed too often.
 */
final class StreamPoller implements Runnable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration BEFORE_AGAIN = Duration.ofMillis(100);

    private final DynamoDbStreamsClient client;
    private final String arn;
    private final LambdaFunction function;
    private final StreamSource source;
    private final Consumer<List<Record>> givenUp;

    /** The rounds over all shards that have ended, and how many of the last ones found nothing. */
    private final AtomicLong rounds = new AtomicLong();

    private final AtomicLong emptyInARow = new AtomicLong();

    private final Map<String, String> iterators = new HashMap<>();
    private final Map<String, String> last = new HashMap<>();
    private final Set<String> ended = new HashSet<>();

    /** @param givenUp is told of records that have failed too often */
    StreamPoller(
            DynamoDbStreamsClient client,
            String arn,
            LambdaFunction function,
            StreamSource source,
            Consumer<List<Record>> givenUp) {
        this.client = client;
        this.arn = arn;
        this.function = function;
        this.source = source;
        this.givenUp = givenUp;
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                boolean isEmpty = look();
                emptyInARow.set(isEmpty ? emptyInARow.get() + 1 : 0);
                rounds.incrementAndGet();
                if (isEmpty) {
                    Thread.sleep(BETWEEN_LOOKS);
                }
            } catch (InterruptedException e) {
                return;
            } catch (TrimmedDataAccessException e) {
                // So DynamoDB Local says of a place that was taken while the stream was empty.
                iterators.clear();
            } catch (SdkException e) {
                iterators.clear();
                if (!tells(e)) {
                    return;
                }
            }
        }
    }

    /** Whether a round that began after this was called has found nothing: so all that was written before has been given. */
    boolean awaitIdle(Duration limit) throws InterruptedException {
        long start = System.nanoTime();
        long before = rounds.get();
        while (rounds.get() < before + 2 || emptyInARow.get() == 0) {
            if (System.nanoTime() - start > limit.toNanos()) {
                return false;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return true;
    }

    /** One round over all shards; whether it found nothing. */
    private boolean look() throws InterruptedException {
        for (Shard shard : client.describeStream(describe -> describe.streamArn(arn))
                .streamDescription()
                .shards()) {
            if (!ended.contains(shard.shardId())) {
                iterators.computeIfAbsent(shard.shardId(), this::beginning);
            }
        }
        boolean isEmpty = true;
        for (String shard : List.copyOf(iterators.keySet())) {
            GetRecordsResponse response = client.getRecords(
                    get -> get.shardIterator(iterators.get(shard)).limit(source.batchSize()));
            if (response.hasRecords() && !response.records().isEmpty()) {
                isEmpty = false;
                give(response.records());
                last.put(shard, response.records().getLast().dynamodb().sequenceNumber());
            }
            if (response.nextShardIterator() == null) {
                iterators.remove(shard);
                ended.add(shard);
            } else {
                iterators.put(shard, response.nextShardIterator());
            }
        }
        return isEmpty;
    }

    /** After the last record that was given, or at the first that there is. */
    private String beginning(String shard) {
        Optional<String> given = Optional.ofNullable(last.get(shard));
        return client.getShardIterator(get -> {
                    get.streamArn(arn).shardId(shard);
                    given.ifPresentOrElse(
                            number -> get.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                                    .sequenceNumber(number),
                            () -> get.shardIteratorType(ShardIteratorType.TRIM_HORIZON));
                })
                .shardIterator();
    }

    private void give(List<Record> records) throws InterruptedException {
        List<Record> left = records;
        for (int tries = 0; !left.isEmpty(); tries++) {
            if (tries > source.retries() && source.retries() >= 0) {
                givenUp.accept(left);
                return;
            }
            if (tries > 0) {
                Thread.sleep(BEFORE_AGAIN);
            }
            List<Record> rest = failed(left);
            if (source.bisects() && rest.equals(left) && rest.size() > 1) {
                give(left.subList(0, left.size() / 2));
                give(left.subList(left.size() / 2, left.size()));
                return;
            }
            // What is new at the front begins to be counted anew.
            tries = rest.equals(left) ? tries : 0;
            left = rest;
        }
    }

    /** The records from the first on that failed. */
    private List<Record> failed(List<Record> records) throws InterruptedException {
        List<String> numbers = records.stream()
                .map(record -> record.dynamodb().sequenceNumber())
                .toList();
        Outcome.Ended outcome = function.invoke(StreamEvent.write(source.table(), records));
        Set<String> failed = BatchAnswer.failed(outcome, Set.copyOf(numbers), source.reportsFailures());
        int first = IntStream.range(0, numbers.size())
                .filter(index -> failed.contains(numbers.get(index)))
                .findFirst()
                .orElse(numbers.size());
        return records.subList(first, records.size());
    }

    /** What fails while all is being closed is of no interest: whether it is to be tried again. */
    private boolean tells(SdkException e) {
        if (Thread.currentThread().isInterrupted()) {
            return false;
        }
        System.err.println("the stream of " + source.table() + " does not answer: "
                + e.getClass().getName());
        try {
            Thread.sleep(BEFORE_AGAIN);
            return true;
        } catch (InterruptedException interrupted) {
            return false;
        }
    }
}
