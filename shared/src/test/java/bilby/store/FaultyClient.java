package bilby.store;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** A client that fails on purpose: the next commits or reads as it was told, one each, and none after them. */
final class FaultyClient extends PassingOn {

    /** What becomes of one call. */
    @FunctionalInterface
    interface Fault<R> {
        R call(Supplier<R> real);
    }

    private final Queue<Fault<TransactWriteItemsResponse>> commitFaults = new ArrayDeque<>();
    private final Queue<Fault<BatchGetItemResponse>> readFaults = new ArrayDeque<>();
    private final Queue<Fault<TransactGetItemsResponse>> settledReadFaults = new ArrayDeque<>();
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();

    FaultyClient(DynamoDbClient real) {
        super(real);
    }

    void failNextCommit(Fault<TransactWriteItemsResponse> fault) {
        commitFaults.add(fault);
    }

    void failNextRead(Fault<BatchGetItemResponse> fault) {
        readFaults.add(fault);
    }

    void failNextSettledRead(Fault<TransactGetItemsResponse> fault) {
        settledReadFaults.add(fault);
    }

    int commits() {
        return commits.get();
    }

    int reads() {
        return reads.get();
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        commits.incrementAndGet();
        return call(commitFaults.poll(), () -> super.transactWriteItems(request));
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        reads.incrementAndGet();
        return call(readFaults.poll(), () -> super.batchGetItem(request));
    }

    @Override
    public TransactGetItemsResponse transactGetItems(TransactGetItemsRequest request) {
        return call(settledReadFaults.poll(), () -> super.transactGetItems(request));
    }

    private static <R> R call(@Nullable Fault<R> fault, Supplier<R> real) {
        return fault == null ? real.get() : fault.call(real);
    }
}
