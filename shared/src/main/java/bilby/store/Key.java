package bilby.store;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where one item is, and how it reads. */
public final class Key<T> {

    /** In bytes. */
    private static final int LONGEST = 2_048;

    private final String table;
    private final Map<String, AttributeValue> attributes;
    private final Function<Item, T> mapper;
    private final Optional<T> builtIn;

    Key(String table, Map<String, AttributeValue> attributes, Function<Item, T> mapper) {
        this(table, attributes, mapper, Optional.empty());
    }

    private Key(String table, Map<String, AttributeValue> attributes, Function<Item, T> mapper, Optional<T> builtIn) {
        this.table = table;
        this.attributes = attributes;
        this.mapper = mapper;
        this.builtIn = builtIn;
    }

    /** The same key, under which this is read as long as nothing is stored there. */
    Key<T> or(T whatIsBuiltIn) {
        return new Key<>(table, attributes, mapper, Optional.of(whatIsBuiltIn));
    }

    String table() {
        return table;
    }

    Map<String, AttributeValue> attributes() {
        return attributes;
    }

    /** DynamoDB refuses to look for a key that is longer than any can be. */
    boolean canExist() {
        return attributes.values().stream()
                .noneMatch(value -> value.s() != null && value.s().getBytes(StandardCharsets.UTF_8).length > LONGEST);
    }

    /** What an item, or the lack of one, reads as. */
    Optional<T> read(Optional<Map<String, AttributeValue>> item) {
        return item.map(attributesOfItem -> mapper.apply(Item.of(attributesOfItem)))
                .or(() -> builtIn);
    }
}
