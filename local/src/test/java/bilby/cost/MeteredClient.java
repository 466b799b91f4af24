package bilby.cost;

import bilby.local.template.Table;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** A client whose calls a meter counts. It knows the calls that Bilby makes, and throws at any other. */
final class MeteredClient implements DynamoDbClient {

    private final DynamoDbClient real;
    private final Meter meter;
    private final String function;

    MeteredClient(DynamoDbClient real, Meter meter, String function) {
        this.real = real;
        this.meter = meter;
        this.function = function;
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        BatchGetItemResponse response = real.batchGetItem(request);
        int found = 0;
        int units = 0;
        for (List<Map<String, AttributeValue>> items : response.responses().values()) {
            found += items.size();
            units += items.stream().mapToInt(Capacity::read).sum();
        }
        int asked = request.requestItems().values().stream()
                .mapToInt(keys -> keys.keys().size())
                .sum();
        units += (asked - found) * Capacity.read(Map.of());
        add(Cost.of(1, units, 0));
        return response;
    }

    @Override
    public TransactGetItemsResponse transactGetItems(TransactGetItemsRequest request) {
        TransactGetItemsResponse response = real.transactGetItems(request);
        int units = response.responses().stream()
                .mapToInt(found -> Capacity.transactionalRead(found.item()))
                .sum();
        add(Cost.of(1, units, 0));
        return response;
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        QueryResponse response = real.query(request);
        whole(request.filterExpression() == null && request.projectionExpression() == null);
        add(new Cost(1, Capacity.readTogether(response.items(), Boolean.TRUE.equals(request.consistentRead())), 0));
        return response;
    }

    @Override
    public ScanResponse scan(ScanRequest request) {
        ScanResponse response = real.scan(request);
        whole(request.filterExpression() == null && request.projectionExpression() == null);
        add(new Cost(1, Capacity.readTogether(response.items(), Boolean.TRUE.equals(request.consistentRead())), 0));
        return response;
    }

    /** What is left out of an answer is paid for too, and is not seen here. */
    private void whole(boolean isWhole) {
        if (meter.isOn() && !isWhole) {
            throw new UnsupportedOperationException("not metered: a read that shows a part of what it looked at");
        }
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        if (!meter.isOn()) {
            return real.transactWriteItems(request);
        }
        int written = 0;
        int indexed = 0;
        for (TransactWriteItem item : request.transactItems()) {
            Written action = Written.of(item, meter);
            written += Capacity.transactionalWrite(action.before(), action.after());
            indexed += Capacity.indexes(action.table(), action.before(), action.after());
        }
        // What is refused is paid for too, but for the indexes, which never hear of it.
        add(new Cost(1, BigDecimal.ZERO, written));
        TransactWriteItemsResponse response = real.transactWriteItems(request);
        add(Cost.of(0, 0, indexed));
        return response;
    }

    /** What an action makes of an item; a check leaves it as it is. */
    private record Written(Table table, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {

        static Written of(TransactWriteItem item, Meter meter) {
            if (item.put() != null) {
                Table table = meter.table(item.put().tableName());
                Map<String, AttributeValue> after = item.put().item();
                return new Written(table, before(meter, table, after), after);
            }
            if (item.delete() != null) {
                Table table = meter.table(item.delete().tableName());
                return new Written(table, before(meter, table, item.delete().key()), Map.of());
            }
            if (item.conditionCheck() != null) {
                Table table = meter.table(item.conditionCheck().tableName());
                Map<String, AttributeValue> before =
                        before(meter, table, item.conditionCheck().key());
                return new Written(table, before, before);
            }
            throw new UnsupportedOperationException("not metered: " + item);
        }

        private static Map<String, AttributeValue> before(Meter meter, Table table, Map<String, AttributeValue> item) {
            Map<String, AttributeValue> key = new HashMap<>(item);
            key.keySet()
                    .removeIf(name -> !table.key().hash().contains(name)
                            && !table.key().range().contains(name));
            return meter.unmetered()
                    .getItem(get -> get.tableName(table.id()).key(key).consistentRead(true))
                    .item();
        }
    }

    private void add(Cost cost) {
        if (meter.isOn()) {
            meter.add(function, cost);
        }
    }

    /** It is not billed. */
    @Override
    public DescribeTableResponse describeTable(DescribeTableRequest request) {
        return real.describeTable(request);
    }

    @Override
    public String serviceName() {
        return real.serviceName();
    }

    @Override
    public void close() {
        real.close();
    }
}
