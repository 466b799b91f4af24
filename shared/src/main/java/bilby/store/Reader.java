package bilby.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Strongly consistent reads by key, as many keys of as many tables as are wanted. */
final class Reader {

    /** DynamoDB takes no more keys in one request. */
    private static final int MOST_KEYS = 100;

    private final DynamoDbClient client;

    Reader(DynamoDbClient client) {
        this.client = client;
    }

    <T> Optional<T> get(Key<T> key) {
        return read(List.of(key)).get(key);
    }

    Optional<Map<String, AttributeValue>> raw(Key<?> key) {
        return read(List.of(key)).raw(key);
    }

    Snapshot read(List<? extends Key<?>> keys) {
        Snapshot snapshot = new Snapshot();
        Map<String, Set<Map<String, AttributeValue>>> wanted = new HashMap<>();
        Map<String, Set<String>> keyNames = new HashMap<>();
        int batch = 0;
        for (Key<?> key : keys) {
            keyNames.put(key.table(), key.attributes().keySet());
            if (wanted.computeIfAbsent(key.table(), table -> new LinkedHashSet<>())
                            .add(key.attributes())
                    && ++batch == MOST_KEYS) {
                read(wanted, keyNames, snapshot);
                wanted.clear();
                batch = 0;
            }
        }
        if (!wanted.isEmpty()) {
            read(wanted, keyNames, snapshot);
        }
        return snapshot;
    }

    private void read(
            Map<String, Set<Map<String, AttributeValue>>> wanted,
            Map<String, Set<String>> keyNames,
            Snapshot snapshot) {
        Map<String, KeysAndAttributes> request = new HashMap<>();
        wanted.forEach((table, keys) -> request.put(
                table,
                KeysAndAttributes.builder()
                        .keys(new ArrayList<>(keys))
                        .consistentRead(true)
                        .build()));
        Map<String, KeysAndAttributes> left = request;
        while (!left.isEmpty()) {
            Map<String, KeysAndAttributes> asked = left;
            BatchGetItemResponse response = client.batchGetItem(get -> get.requestItems(asked));
            response.responses().forEach((table, items) -> {
                for (Map<String, AttributeValue> item : items) {
                    Map<String, AttributeValue> key = new HashMap<>(item);
                    key.keySet().retainAll(keyNames.getOrDefault(table, Set.of()));
                    snapshot.add(table, key, item);
                }
            });
            left = response.unprocessedKeys();
        }
    }
}
