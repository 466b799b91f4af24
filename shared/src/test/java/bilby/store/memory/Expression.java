package bilby.store.memory;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an item is asked: a condition, and the parts of one. */
sealed interface Expression {

    record And(Expression left, Expression right) implements Expression {}

    record Or(Expression left, Expression right) implements Expression {}

    record Not(Expression negated) implements Expression {}

    record Exists(Operand attribute) implements Expression {}

    record Compare(Operand left, Comparison how, Operand right) implements Expression {}

    record Between(Operand operand, Operand lowest, Operand highest) implements Expression {}

    /** An attribute by its name, or a value; each may be a placeholder. */
    sealed interface Operand {

        record Attribute(String name) implements Operand {}

        record Value(String placeholder) implements Operand {}
    }

    default boolean holds(Map<String, AttributeValue> item, Placeholders placeholders) {
        return switch (this) {
            case And(Expression left, Expression right) ->
                left.holds(item, placeholders) && right.holds(item, placeholders);
            case Or(Expression left, Expression right) ->
                left.holds(item, placeholders) || right.holds(item, placeholders);
            case Not(Expression negated) -> !negated.holds(item, placeholders);
            case Exists(Operand attribute) ->
                placeholders.valueOf(attribute, item).isPresent();
            case Compare(Operand left, Comparison how, Operand right) ->
                how.holds(placeholders.valueOf(left, item), placeholders.valueOf(right, item));
            case Between(Operand operand, Operand lowest, Operand highest) -> {
                Optional<AttributeValue> value = placeholders.valueOf(operand, item);
                yield Comparison.AT_LEAST.holds(value, placeholders.valueOf(lowest, item))
                        && Comparison.AT_MOST.holds(value, placeholders.valueOf(highest, item));
            }
        };
    }

    /** Adds the placeholders in it. */
    default void addPlaceholders(Set<String> used) {
        switch (this) {
            case And(Expression left, Expression right) -> {
                left.addPlaceholders(used);
                right.addPlaceholders(used);
            }
            case Or(Expression left, Expression right) -> {
                left.addPlaceholders(used);
                right.addPlaceholders(used);
            }
            case Not(Expression negated) -> negated.addPlaceholders(used);
            case Exists(Operand attribute) -> addPlaceholder(attribute, used);
            case Compare(Operand left, Comparison _, Operand right) -> {
                addPlaceholder(left, used);
                addPlaceholder(right, used);
            }
            case Between(Operand operand, Operand lowest, Operand highest) -> {
                addPlaceholder(operand, used);
                addPlaceholder(lowest, used);
                addPlaceholder(highest, used);
            }
        }
    }

    private static void addPlaceholder(Operand operand, Set<String> used) {
        switch (operand) {
            case Operand.Attribute(String name) when name.startsWith("#") -> used.add(name);
            case Operand.Attribute _ -> {}
            case Operand.Value(String placeholder) -> used.add(placeholder);
        }
    }
}
