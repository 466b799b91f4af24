package bilby.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What one strongly consistent read found. Each item is as it stood at some instant of the read; together they are no
 * snapshot of one instant, so what must agree is read one after the other (docs/design.md, "Reads").
 */
public final class Snapshot {

    private final Map<String, Map<Map<String, AttributeValue>, Map<String, AttributeValue>>> items = new HashMap<>();

    void add(String table, Map<String, AttributeValue> key, Map<String, AttributeValue> item) {
        items.computeIfAbsent(table, name -> new HashMap<>()).put(key, item);
    }

    /** What stands at a key that was read; where nothing does, what is built in there, if anything is. */
    public <T> Optional<T> get(Key<T> key) {
        return key.read(raw(key));
    }

    /** What stands at each of the keys that has anything, in their order. */
    public <T> List<T> all(List<Key<T>> keys) {
        return keys.stream().flatMap(key -> get(key).stream()).toList();
    }

    Optional<Map<String, AttributeValue>> raw(Key<?> key) {
        return Optional.ofNullable(items.getOrDefault(key.table(), Map.of()).get(key.attributes()));
    }
}
