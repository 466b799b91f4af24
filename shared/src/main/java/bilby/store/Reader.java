package bilby.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;

/** Strongly consistent reads by key, as many keys of as many tables as are wanted. */
final class Reader {

    /** DynamoDB takes no more keys in one request. */
    private static final int MOST_KEYS = 100;

    /** What is left unread after so many requests in a row is read again later: the table is throttled. */
    private static final int MOST_ROUNDS = 4;

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
            if (!key.canExist()) {
                continue;
            }
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

    /**
     * Reads keys so that whoever has seen anything of a commit sees all of it here: while a commit has one of the items in
     * hand this fails, in a way that passes. Other reads meet a commit item by item.
     */
    Snapshot readSettled(List<? extends Key<?>> keys) {
        Map<Object, Key<?>> once = new LinkedHashMap<>();
        keys.stream().filter(Key::canExist).forEach(key -> once.put(List.of(key.table(), key.attributes()), key));
        List<Key<?>> wanted = List.copyOf(once.values());
        Snapshot snapshot = new Snapshot();
        for (int from = 0; from < wanted.size(); from += MOST_KEYS) {
            List<Key<?>> batch = wanted.subList(from, Math.min(wanted.size(), from + MOST_KEYS));
            List<ItemResponse> items = client.transactGetItems(get -> get.transactItems(
                            batch.stream().map(Reader::settled).toList()))
                    .responses();
            for (int i = 0; i < batch.size(); i++) {
                if (!items.get(i).item().isEmpty()) {
                    snapshot.add(
                            batch.get(i).table(),
                            batch.get(i).attributes(),
                            items.get(i).item());
                }
            }
        }
        return snapshot;
    }

    private static TransactGetItem settled(Key<?> key) {
        return TransactGetItem.builder()
                .get(get -> get.tableName(key.table()).key(key.attributes()))
                .build();
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
        for (int round = 0; !left.isEmpty(); round++) {
            if (round == MOST_ROUNDS) {
                throw throttled();
            }
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

    private static DynamoDbException throttled() {
        return ProvisionedThroughputExceededException.builder()
                .message("keys stay unprocessed")
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("ProvisionedThroughputExceededException")
                        .build())
                .build();
    }
}
