package bilby.simulation;

import bilby.store.PassingOn;
import bilby.store.memory.Condition;
import bilby.store.memory.InMemoryDynamoDb;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;

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
        return new PassingOn(real) {
            @Override
            public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
                BatchGetItemResponse known = first.get(request);
                if (known != null) {
                    return known;
                }
                BatchGetItemResponse response = super.batchGetItem(request);
                first.put(request, response);
                return response;
            }
        };
    }

    /** A commit is met item by item wherever it is read: as if no read were settled. */
    static DynamoDbClient readingUnsettled(DynamoDbClient real) {
        return new PassingOn(real) {
            @Override
            public TransactGetItemsResponse transactGetItems(TransactGetItemsRequest request) {
                return TransactGetItemsResponse.builder()
                        .responses(request.transactItems().stream()
                                .map(item -> found(real, item.get()))
                                .toList())
                        .build();
            }
        };
    }

    private static ItemResponse found(DynamoDbClient client, Get get) {
        KeysAndAttributes key = KeysAndAttributes.builder()
                .keys(List.of(get.key()))
                .consistentRead(true)
                .build();
        return client
                .batchGetItem(read -> read.requestItems(Map.of(get.tableName(), key)))
                .responses()
                .values()
                .stream()
                .flatMap(List::stream)
                .findFirst()
                .map(item -> ItemResponse.builder().item(item).build())
                .orElseGet(() -> ItemResponse.builder().build());
    }
}
