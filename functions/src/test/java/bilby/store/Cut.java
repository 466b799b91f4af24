package bilby.store;

import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** A client whose process ends at a call, and which is as the real one before. */
public class Cut implements DynamoDbClient {

    private final DynamoDbClient real;
    private final int last;
    private final boolean isCarriedOut;
    private int calls;
    private boolean isTold;

    public Cut(DynamoDbClient real, int last, boolean isCarriedOut) {
        this.real = real;
        this.last = last;
        this.isCarriedOut = isCarriedOut;
    }

    public boolean isOver() {
        return calls >= last;
    }

    /** Whether it has ended since this was last asked. */
    public boolean isNowOver() {
        boolean isNow = isOver() && !isTold;
        isTold = isOver();
        return isNow;
    }

    private <T> T call(Supplier<T> call) {
        if (++calls != last) {
            return call.get();
        }
        if (isCarriedOut) {
            var _ = call.get();
        }
        throw new CutOff();
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        return call(() -> real.batchGetItem(request));
    }

    @Override
    public TransactGetItemsResponse transactGetItems(TransactGetItemsRequest request) {
        return call(() -> real.transactGetItems(request));
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        return call(() -> real.transactWriteItems(request));
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return call(() -> real.query(request));
    }

    @Override
    public String serviceName() {
        return real.serviceName();
    }

    @Override
    public void close() {}
}
