package bilby.store.memory;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the placeholders of a request's expressions stand for. */
final class Placeholders {

    private final Map<String, String> names;
    private final Map<String, AttributeValue> values;

    Placeholders(Map<String, String> names, Map<String, AttributeValue> values) {
        this.names = names;
        this.values = Values.kept(values);
    }

    /** DynamoDB refuses a placeholder that stands for nothing, and one that is never used. */
    void check(Set<String> used) {
        Set<String> given = new HashSet<>(names.keySet());
        given.addAll(values.keySet());
        if (!given.equals(used)) {
            throw Refusals.invalid("the expressions use the placeholders " + used + ", and given are " + given);
        }
    }

    String name(String name) {
        return name.startsWith("#") ? Optional.ofNullable(names.get(name)).orElseThrow() : name;
    }

    AttributeValue value(String placeholder) {
        return Optional.ofNullable(values.get(placeholder)).orElseThrow();
    }

    Optional<AttributeValue> valueOf(Expression.Operand operand, Map<String, AttributeValue> item) {
        return switch (operand) {
            case Expression.Operand.Attribute(String name) -> Optional.ofNullable(item.get(name(name)));
            case Expression.Operand.Value(String placeholder) -> Optional.of(value(placeholder));
        };
    }
}
