package bilby.store;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** Finds ids where the key is not known. What stands under the ids is read afterwards, strongly consistent. */
final class Finder {

    private final DynamoDbClient client;

    Finder(DynamoDbClient client) {
        this.client = client;
    }

    /** The ids of all that a profile has, the newest first, from the index {@code by_profile}. */
    List<Long> ofProfile(String table, String profileId) {
        QueryRequest query = QueryRequest.builder()
                .tableName(table)
                .indexName("by_profile")
                .keyConditionExpression("profile_id = :profile")
                .expressionAttributeValues(Map.of(":profile", AttributeValue.fromS(profileId)))
                .scanIndexForward(false)
                .build();
        return client.queryPaginator(query).items().stream()
                .map(item -> Item.of(item).number("id"))
                .toList();
    }

    /** All items of a table, read 1 MB at a time as they are asked for. */
    Stream<Item> all(String table) {
        ScanRequest scan =
                ScanRequest.builder().tableName(table).consistentRead(true).build();
        return client.scanPaginator(scan).items().stream().map(Item::of);
    }
}
