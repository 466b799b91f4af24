package bilby.store;

import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where one item is, and how it reads. */
public final class Key<T> {

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

    T read(Map<String, AttributeValue> item) {
        return mapper.apply(Item.of(item));
    }
}
