package bilby.simulation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * Commits as plain reads meet them: item by item. The first item, on which a commit turns, is seen at once; any of the
 * others may be seen for a while as it was before. Of the settings all copies change at once: the laws know one moment at
 * which a setting changes.
 */
final class Lingering {

    private record Place(String table, Map<String, AttributeValue> key) {}

    /** An item as it was before a request's commit. */
    private record Old(Asked asked, Optional<Map<String, AttributeValue>> item) {}

    private final DynamoDbClient client;
    private final Map<String, List<String>> keyNames = new HashMap<>();
    private final Map<Place, Old> before = new LinkedHashMap<>();

    Lingering(DynamoDbClient client) {
        this.client = client;
    }

    /** Carries a request's commit out, after which any of its items may linger. One that another has in hand it waits for. */
    void carryOut(Asked asked, TransactWriteItemsRequest commit, SplittableRandom random) {
        List<Place> places = places(commit).toList();
        places.forEach(before::remove);
        Map<Place, Old> old = new LinkedHashMap<>();
        for (Place place : places.subList(1, places.size())) {
            if (!place.table.equals(Tables.DEFINITIONS) && random.nextBoolean()) {
                old.put(place, new Old(asked, item(place)));
            }
        }
        var _ = client.transactWriteItems(commit);
        before.putAll(old);
    }

    /** All items of a request's commit are seen as it left them. */
    void settle(Asked asked) {
        before.values().removeIf(old -> old.asked == asked);
    }

    /** Some more items are seen as the commits left them. */
    void settleSome(SplittableRandom random) {
        before.keySet().removeIf(_ -> random.nextInt(4) == 0);
    }

    /** Whether a commit is taking effect on one of these items; if so it is done with them now. */
    boolean isInHand(TransactGetItemsRequest request) {
        return before.keySet()
                .removeAll(request.transactItems().stream()
                        .map(item ->
                                new Place(item.get().tableName(), item.get().key()))
                        .collect(Collectors.toSet()));
    }

    BatchGetItemResponse read(BatchGetItemRequest request) {
        BatchGetItemResponse response = client.batchGetItem(request);
        if (before.isEmpty()) {
            return response;
        }
        Map<String, List<Map<String, AttributeValue>>> seen = new HashMap<>();
        request.requestItems()
                .forEach((table, wanted) -> seen.put(
                        table,
                        wanted.keys().stream()
                                .flatMap(key -> Optional.ofNullable(before.get(new Place(table, key)))
                                        .map(Old::item)
                                        .orElseGet(() -> found(response, table, key))
                                        .stream())
                                .toList()));
        return response.copy(copy -> copy.responses(seen));
    }

    private static Optional<Map<String, AttributeValue>> found(
            BatchGetItemResponse response, String table, Map<String, AttributeValue> key) {
        return response.responses().getOrDefault(table, List.of()).stream()
                .filter(item -> item.entrySet().containsAll(key.entrySet()))
                .findFirst();
    }

    private Optional<Map<String, AttributeValue>> item(Place place) {
        return found(
                client.batchGetItem(get -> get.requestItems(Map.of(
                        place.table,
                        KeysAndAttributes.builder().keys(List.of(place.key)).build()))),
                place.table,
                place.key);
    }

    private Stream<Place> places(TransactWriteItemsRequest commit) {
        return commit.transactItems().stream().flatMap(action -> {
            if (action.put() != null) {
                return Stream.of(new Place(
                        action.put().tableName(),
                        key(action.put().tableName(), action.put().item())));
            }
            return action.delete() != null
                    ? Stream.of(new Place(
                            action.delete().tableName(), action.delete().key()))
                    : Stream.empty();
        });
    }

    private Map<String, AttributeValue> key(String table, Map<String, AttributeValue> item) {
        return keyNames
                .computeIfAbsent(
                        table,
                        name -> client.describeTable(describe -> describe.tableName(name)).table().keySchema().stream()
                                .map(KeySchemaElement::attributeName)
                                .toList())
                .stream()
                .collect(Collectors.toMap(name -> name, item::get));
    }
}
