package bilby.store;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where one item is, and how it reads. */
public final class Key<T> {

    /** In bytes. */
    private static final int LONGEST = 2_048;

    private final String table;
    private final Map<String, AttributeValue> attributes;
    private final Function<Item, T> mapper;

    Key(String table, Map<String, AttributeValue> attributes, Function<Item, T> mapper) {
        this.table = table;
        this.attributes = attributes;
        this.mapper = mapper;
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

    T read(Map<String, AttributeValue> item) {
        return mapper.apply(Item.of(item));
    }
}
