package bilby.store.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** A table and its indexes, which hold keys only and follow the table at once. */
final class Table {

    private static final Known KNOWN =
            Known.of("TableName", "AttributeDefinitions", "KeySchema", "GlobalSecondaryIndexes", "BillingMode");

    private final CreateTableRequest made;
    private final View items;
    private final Map<String, View> indexes = new HashMap<>();

    Table(CreateTableRequest request) {
        KNOWN.check(request);
        made = request;
        items = new View(KeySchema.of(request.keySchema(), request.attributeDefinitions()));
        for (GlobalSecondaryIndex index : request.globalSecondaryIndexes()) {
            if (index.projection().projectionType() != ProjectionType.KEYS_ONLY) {
                throw new IllegalArgumentException("not known in memory: " + index);
            }
            KeySchema schema = KeySchema.of(index.keySchema(), request.attributeDefinitions());
            indexes.put(index.indexName(), new View(schema.before(items.schema())));
        }
    }

    String name() {
        return made.tableName();
    }

    KeySchema schema() {
        return items.schema();
    }

    /** The index of a name, or the table itself where none is named. */
    View view(@Nullable String index) {
        return index == null
                ? items
                : Optional.ofNullable(indexes.get(index))
                        .orElseThrow(() -> Refusals.invalid("The table does not have the specified index: " + index));
    }

    Optional<Map<String, AttributeValue>> get(Place place) {
        return items.get(place);
    }

    /** Where an item would stand; refuses one that can stand nowhere, here or in an index. */
    Place place(Map<String, AttributeValue> item) {
        indexes.values().forEach(index -> index.schema().find(item));
        return schema().find(item).orElseThrow(() -> Refusals.invalid("Missing the key in the item"));
    }

    void put(Place place, Map<String, AttributeValue> item) {
        remove(place);
        items.put(place, item);
        indexes.values()
                .forEach(index -> index.schema()
                        .find(item)
                        .ifPresent(at -> index.put(at, index.schema().keyOf(item))));
    }

    void remove(Place place) {
        items.get(place).ifPresent(old -> {
            items.remove(place);
            indexes.values().forEach(index -> index.schema().find(old).ifPresent(index::remove));
        });
    }

    TableDescription description() {
        return TableDescription.builder()
                .tableName(name())
                .keySchema(made.keySchema())
                .attributeDefinitions(made.attributeDefinitions())
                .tableStatus(TableStatus.ACTIVE)
                .itemCount((long) items.size())
                .build();
    }
}
