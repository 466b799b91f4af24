package bilby.store.memory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/**
 * DynamoDB in memory, as far as Bilby uses it: it answers as DynamoDB does, or throws IllegalArgumentException for what
 * it does not know. Its calls take effect one after the other, so it is stricter than DynamoDB in some ways: a batch of
 * reads is of one instant, an index follows at once, nothing conflicts, is throttled or is left unprocessed. Safe for
 * many threads; the same calls in the same order have the same answers in every run.
 */
public class InMemoryDynamoDb implements DynamoDbClient {

    private static final int MOST_ACTIONS = 100;
    // Reading the token of a request that has none makes one.
    private static final Known TRANSACTION = Known.of("TransactItems", "ClientRequestToken");
    private static final CancellationReason NONE =
            CancellationReason.builder().code("None").build();
    private static final TransactWriteItemsResponse WRITTEN =
            TransactWriteItemsResponse.builder().build();

    private final Object lock = new Object();
    private final Tables tables = new Tables();
    private final Reads reads;

    /** Where pages end at 1 MB, as DynamoDB's do. */
    public InMemoryDynamoDb() {
        this(Integer.MAX_VALUE);
    }

    /** Where each page of a query or scan ends after so many items at the latest. */
    public InMemoryDynamoDb(int mostOfAPage) {
        reads = new Reads(tables, mostOfAPage);
    }

    /**
     * Whether a condition holds. A test that plants a bug answers otherwise.
     *
     * @param item empty if there is none
     */
    protected boolean holds(String table, Condition condition, Map<String, AttributeValue> item) {
        return condition.holds(item);
    }

    @Override
    public final TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        TRANSACTION.check(request);
        if (request.clientRequestToken() != null) {
            throw new IllegalArgumentException("not known in memory: ClientRequestToken");
        }
        synchronized (lock) {
            List<Action> actions = actions(request);
            List<CancellationReason> reasons =
                    actions.stream().map(this::reason).toList();
            if (!reasons.stream().allMatch(NONE::equals)) {
                throw Refusals.cancelled(reasons);
            }
            actions.forEach(Action::carryOut);
            return WRITTEN;
        }
    }

    private List<Action> actions(TransactWriteItemsRequest request) {
        int size = request.transactItems().size();
        if (size < 1 || size > MOST_ACTIONS) {
            throw Refusals.invalid("Member must have length between 1 and " + MOST_ACTIONS + ": transactItems");
        }
        List<Action> actions = new ArrayList<>(size);
        Set<Action.At> seen = new HashSet<>();
        request.transactItems().forEach(item -> {
            Action action = Action.of(item, tables::get);
            if (!seen.add(action.at())) {
                throw Refusals.invalid("Transaction request cannot include multiple operations on one item");
            }
            actions.add(action);
        });
        return actions;
    }

    private CancellationReason reason(Action action) {
        if (action.condition().isEmpty()) {
            return NONE;
        }
        Optional<Map<String, AttributeValue>> item = action.item();
        if (holds(action.table().name(), action.condition().get(), item.orElse(Map.of()))) {
            return NONE;
        }
        CancellationReason.Builder reason =
                CancellationReason.builder().code("ConditionalCheckFailed").message("The conditional request failed");
        item.filter(old -> action.returnsOld()).ifPresent(reason::item);
        return reason.build();
    }

    @Override
    public final BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        synchronized (lock) {
            return reads.batchGet(request);
        }
    }

    @Override
    public final TransactGetItemsResponse transactGetItems(TransactGetItemsRequest request) {
        synchronized (lock) {
            return reads.transactGet(request);
        }
    }

    @Override
    public final QueryResponse query(QueryRequest request) {
        synchronized (lock) {
            return reads.query(request);
        }
    }

    @Override
    public final ScanResponse scan(ScanRequest request) {
        synchronized (lock) {
            return reads.scan(request);
        }
    }

    @Override
    public final CreateTableResponse createTable(CreateTableRequest request) {
        synchronized (lock) {
            Table table = new Table(request);
            tables.add(table);
            return CreateTableResponse.builder()
                    .tableDescription(table.description())
                    .build();
        }
    }

    @Override
    public final DescribeTableResponse describeTable(DescribeTableRequest request) {
        synchronized (lock) {
            return DescribeTableResponse.builder()
                    .table(tables.get(request.tableName()).description())
                    .build();
        }
    }

    @Override
    public final String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public final void close() {}
}
