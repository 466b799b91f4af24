package bilby.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A DynamoDB item, attribute by attribute: what is empty is left out, and what is left out reads as empty. */
final class Item {

    /** As template.yaml has it for the table of the jobs. */
    static final String DELETE_AFTER = "delete_after";

    private final Map<String, AttributeValue> attributes;

    private Item(Map<String, AttributeValue> attributes) {
        this.attributes = attributes;
    }

    static Item of(Map<String, AttributeValue> attributes) {
        return new Item(attributes);
    }

    static Item with(String name, String value) {
        return new Item(new HashMap<>()).put(name, value);
    }

    static Item with(String name, long value) {
        return new Item(new HashMap<>()).put(name, value);
    }

    Item put(String name, String value) {
        attributes.put(name, AttributeValue.fromS(value));
        return this;
    }

    Item put(String name, long value) {
        attributes.put(name, AttributeValue.fromN(Long.toString(value)));
        return this;
    }

    Item put(String name, Instant value) {
        return put(name, value.getEpochSecond());
    }

    /** After this DynamoDB may remove the item, when it comes to it: what reads it compares the time itself. */
    Item putDeleteAfter(Instant time) {
        return put(DELETE_AFTER, time);
    }

    Item put(String name, boolean value) {
        attributes.put(name, AttributeValue.fromBool(value));
        return this;
    }

    Item put(String name, List<String> values) {
        attributes.put(
                name,
                AttributeValue.fromL(values.stream().map(AttributeValue::fromS).toList()));
        return this;
    }

    Item put(String name, byte[] value) {
        attributes.put(name, AttributeValue.fromB(SdkBytes.fromByteArray(value)));
        return this;
    }

    /** Items within the item; none is left out. */
    Item putItems(String name, List<Item> items) {
        if (!items.isEmpty()) {
            attributes.put(
                    name,
                    AttributeValue.fromL(items.stream()
                            .map(item -> AttributeValue.fromM(item.attributes()))
                            .toList()));
        }
        return this;
    }

    Item putText(String name, Optional<String> value) {
        value.ifPresent(present -> put(name, present));
        return this;
    }

    Item putNumber(String name, Optional<Long> value) {
        value.ifPresent(present -> put(name, present.longValue()));
        return this;
    }

    Item putInstant(String name, Optional<Instant> value) {
        value.ifPresent(present -> put(name, present));
        return this;
    }

    Map<String, AttributeValue> attributes() {
        return Map.copyOf(attributes);
    }

    String text(String name) {
        return required(name).s();
    }

    long number(String name) {
        return Long.parseLong(required(name).n());
    }

    Instant instant(String name) {
        return Instant.ofEpochSecond(number(name));
    }

    boolean flag(String name) {
        return required(name).bool();
    }

    List<String> texts(String name) {
        AttributeValue value = required(name);
        if (!value.hasL()) {
            throw new IllegalStateException("an item whose " + name + " is no list");
        }
        return value.l().stream().map(AttributeValue::s).toList();
    }

    Stream<Item> items(String name) {
        return Optional.ofNullable(attributes.get(name)).stream()
                .flatMap(list -> list.l().stream())
                .map(item -> of(item.m()));
    }

    Stream<String> names() {
        return attributes.keySet().stream();
    }

    boolean has(String name) {
        return attributes.containsKey(name);
    }

    Optional<String> optionalText(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
    }

    Optional<byte[]> optionalBytes(String name) {
        return Optional.ofNullable(attributes.get(name)).map(value -> value.b().asByteArray());
    }

    Optional<Long> optionalNumber(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeValue::n).map(Long::valueOf);
    }

    Optional<Instant> optionalInstant(String name) {
        return optionalNumber(name).map(Instant::ofEpochSecond);
    }

    private AttributeValue required(String name) {
        AttributeValue value = attributes.get(name);
        if (value == null) {
            throw new IllegalStateException("an item without its " + name);
        }
        return value;
    }
}
