package bilby.store.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;

/**
 * The attributes of a key, in their order, each with its type: first those that make the partition.
 *
 * @param hashed how many make the partition
 * @param own how many a query can name: those of the table or index itself, without the ones of the table that an index
 *     adds so that no two items stand at one place
 */
record KeySchema(List<Part> parts, int hashed, int own) {

    record Part(String name, String type) {}

    static KeySchema of(List<KeySchemaElement> elements, List<AttributeDefinition> attributes) {
        List<Part> parts = new ArrayList<>();
        for (KeySchemaElement element : elements) {
            parts.add(attributes.stream()
                    .filter(attribute -> attribute.attributeName().equals(element.attributeName()))
                    .map(attribute -> new Part(attribute.attributeName(), attribute.attributeTypeAsString()))
                    .findFirst()
                    .orElseThrow(() -> Refusals.invalid("the key's attribute is not defined: " + element)));
        }
        int hashed = (int) elements.stream()
                .filter(element -> element.keyType() == KeyType.HASH)
                .count();
        return new KeySchema(List.copyOf(parts), hashed, parts.size());
    }

    /** The key of an index, whose places go on with the table's key. */
    KeySchema before(KeySchema table) {
        List<Part> all = new ArrayList<>(parts);
        table.parts.stream().filter(part -> !all.contains(part)).forEach(all::add);
        return new KeySchema(List.copyOf(all), hashed, own);
    }

    /** Where an item stands, or nothing if it lacks an attribute of the key. */
    Optional<Place> find(Map<String, AttributeValue> item) {
        List<Scalar> key = new ArrayList<>(parts.size());
        for (Part part : parts) {
            AttributeValue value = item.get(part.name);
            if (value == null) {
                return Optional.empty();
            }
            key.add(scalar(part, value));
        }
        return Optional.of(Place.of(key, hashed));
    }

    /** Where the item with this key stands. */
    Place place(Map<String, AttributeValue> key) {
        return find(key)
                .filter(place -> key.size() == parts.size())
                .orElseThrow(() -> Refusals.invalid("The provided key element does not match the schema"));
    }

    /** A value of one of the key's attributes. */
    static Scalar scalar(Part part, AttributeValue value) {
        return Scalar.of(value)
                .filter(scalar -> value.type().name().equals(part.type) && !scalar.equals(new Scalar.Text("")))
                .orElseThrow(() -> Refusals.invalid("not a value of the key's " + part.name + ": " + value));
    }

    Map<String, AttributeValue> keyOf(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> key = new HashMap<>(item);
        key.keySet().retainAll(parts.stream().map(Part::name).toList());
        return Map.copyOf(key);
    }
}
