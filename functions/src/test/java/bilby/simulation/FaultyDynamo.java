package bilby.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** DynamoDB as one request meets it: before each call another may go first, and each may fail. */
final class FaultyDynamo implements DynamoDbClient {

    private static final List<Fault> OF_READS =
            List.of(Fault.REQUEST_LOST, Fault.THROTTLED, Fault.SERVER_ERROR, Fault.UNPROCESSED);
    private static final List<Fault> OF_SETTLED_READS =
            List.of(Fault.REQUEST_LOST, Fault.THROTTLED, Fault.SERVER_ERROR);
    private static final List<Fault> OF_COMMITS = List.of(
            Fault.REQUEST_LOST,
            Fault.ANSWER_LOST,
            Fault.ANSWER_LOST,
            Fault.LATE,
            Fault.LATE,
            Fault.CONFLICT,
            Fault.THROTTLED,
            Fault.SERVER_ERROR,
            Fault.SERVER_ERROR_AFTERWARDS);

    /** In milliseconds: what a call takes, and after how long one without an answer is given up. */
    private static final int CALL = 12;

    private static final int GIVEN_UP = 900;

    private final Delivery delivery;
    private final Send send;
    private final SplittableRandom random;
    private final int percent;

    /** One whose reads fail in so many of a hundred cases, and its commits, of which there are fewer, in twice as many. */
    FaultyDynamo(Delivery delivery, Send send, SplittableRandom random, int percent) {
        this.delivery = delivery;
        this.send = send;
        this.random = random;
        this.percent = percent;
    }

    private Optional<Fault> fault(List<Fault> faults, int often) {
        send.pause(CALL);
        delivery.goOn(random);
        if (random.nextInt(100) >= often) {
            return Optional.empty();
        }
        Fault fault = faults.get(random.nextInt(faults.size()));
        send.meets(fault);
        return Optional.of(fault);
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest commit) {
        Optional<Fault> fault = fault(OF_COMMITS, 2 * percent);
        if (fault.isEmpty()) {
            delivery.carryOut(send, commit, random);
            return TransactWriteItemsResponse.builder().build();
        }
        switch (fault.get()) {
            case ANSWER_LOST, SERVER_ERROR_AFTERWARDS -> delivery.carryOutUnheard(send, commit, random);
            case LATE -> delivery.holdBack(send, commit);
            case CONFLICT -> throw Delivery.conflict(commit.transactItems().size());
            default -> {}
        }
        throw failure(fault.get());
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest read) {
        Optional<Fault> fault = fault(OF_READS, percent);
        if (fault.isEmpty()) {
            return delivery.read(read);
        }
        if (fault.get() == Fault.UNPROCESSED) {
            return partly(read);
        }
        throw failure(fault.get());
    }

    @Override
    public TransactGetItemsResponse transactGetItems(TransactGetItemsRequest read) {
        Optional<Fault> fault = fault(OF_SETTLED_READS, percent);
        if (fault.isEmpty()) {
            return delivery.readSettled(read);
        }
        throw failure(fault.get());
    }

    /** Of each table the first key alone is read. */
    private BatchGetItemResponse partly(BatchGetItemRequest read) {
        Map<String, KeysAndAttributes> first = new HashMap<>();
        Map<String, KeysAndAttributes> left = new HashMap<>();
        read.requestItems().forEach((table, keys) -> {
            Deque<Map<String, AttributeValue>> others = new ArrayDeque<>(keys.keys());
            first.put(table, keys.copy(copy -> copy.keys(List.of(others.removeFirst()))));
            if (!others.isEmpty()) {
                left.put(table, keys.copy(copy -> copy.keys(others)));
            }
        });
        return delivery.read(BatchGetItemRequest.builder().requestItems(first).build())
                .copy(answer -> answer.unprocessedKeys(left));
    }

    private RuntimeException failure(Fault fault) {
        return switch (fault) {
            case THROTTLED ->
                DynamoDbException.builder()
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode("ThrottlingException")
                                .build())
                        .statusCode(400)
                        .build();
            case SERVER_ERROR, SERVER_ERROR_AFTERWARDS ->
                InternalServerErrorException.builder().statusCode(500).build();
            default -> {
                send.spend(GIVEN_UP);
                yield SdkClientException.create("the answer did not come in time");
            }
        };
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
