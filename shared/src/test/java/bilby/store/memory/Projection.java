package bilby.store.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Which whole attributes of an item are wanted: those named, or all where none is. */
record Projection(List<String> names) {

    static Projection of(@Nullable String expression) {
        if (expression == null) {
            return new Projection(List.of());
        }
        List<String> names =
                Stream.of(expression.split(",", -1)).map(String::strip).toList();
        if (!names.stream().allMatch(name -> name.matches("#?[A-Za-z0-9_]+"))) {
            throw new IllegalArgumentException("not understood in memory: " + expression);
        }
        return new Projection(names);
    }

    void addPlaceholders(Set<String> used) {
        names.stream().filter(name -> name.startsWith("#")).forEach(used::add);
    }

    Map<String, AttributeValue> of(Map<String, AttributeValue> item, Placeholders placeholders) {
        if (names.isEmpty()) {
            return item;
        }
        Map<String, AttributeValue> wanted = new HashMap<>(item);
        wanted.keySet().retainAll(names.stream().map(placeholders::name).toList());
        return Map.copyOf(wanted);
    }
}
