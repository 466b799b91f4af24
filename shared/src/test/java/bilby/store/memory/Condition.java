package bilby.store.memory;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A condition as a request states it, and what its placeholders stand for. */
public record Condition(String expression, Map<String, String> names, Map<String, AttributeValue> values) {

    /** Refuses one that no item can be asked. */
    void check() {
        new Placeholders(names, values).check(Parsed.of(expression).placeholders());
    }

    /** Whether it holds of an item; where there is none, of one without attributes. */
    boolean holds(Map<String, AttributeValue> item) {
        return Parsed.of(expression).expression().holds(item, new Placeholders(names, values));
    }
}
