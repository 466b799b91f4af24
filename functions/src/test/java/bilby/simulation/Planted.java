package bilby.simulation;

import bilby.store.memory.Condition;
import bilby.store.memory.InMemoryDynamoDb;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** Bugs of the store, as DynamoDB would show them. */
final class Planted {

    private Planted() {}

    /** A DynamoDB where the conditions on these tables always hold: as if the product stated none. */
    static InMemoryDynamoDb withoutConditionsOn(Set<String> tables) {
        return new InMemoryDynamoDb() {
            @Override
            protected boolean holds(String table, Condition condition, Map<String, AttributeValue> item) {
                return tables.contains(table) || super.holds(table, condition, item);
            }
        };
    }

    /** What a send read once is what it reads ever after: as if it did not read again after a conflict. */
    static DynamoDbClient readingOnce(DynamoDbClient real) {
        Map<BatchGetItemRequest, BatchGetItemResponse> first = new HashMap<>();
        return new DynamoDbClient() {
            @Override
            public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
                BatchGetItemResponse known = first.get(request);
                if (known != null) {
                    return known;
                }
                BatchGetItemResponse response = real.batchGetItem(request);
                first.put(request, response);
                return response;
            }

            @Override
            public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
                return real.transactWriteItems(request);
            }

            @Override
            public String serviceName() {
                return real.serviceName();
            }

            @Override
            public void close() {}
        };
    }
}
