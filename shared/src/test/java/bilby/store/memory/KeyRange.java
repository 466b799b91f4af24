package bilby.store.memory;

import bilby.store.memory.Expression.Operand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a key condition asks for: values for the first attributes of a key, and bounds for the next one. */
final class KeyRange {

    private final KeySchema schema;
    private final Placeholders placeholders;
    private final Map<String, Expression> asked = new HashMap<>();

    private KeyRange(KeySchema schema, Placeholders placeholders) {
        this.schema = schema;
        this.placeholders = placeholders;
    }

    static Span of(Expression condition, KeySchema schema, Placeholders placeholders) {
        KeyRange range = new KeyRange(schema, placeholders);
        range.add(condition);
        return range.span();
    }

    private void add(Expression condition) {
        switch (condition) {
            case Expression.And(Expression left, Expression right) -> {
                add(left);
                add(right);
            }
            case Expression.Compare(Operand.Attribute(String name), Comparison _, Operand.Value _) ->
                add(name, condition);
            case Expression.Between(Operand.Attribute(String name), Operand.Value _, Operand.Value _) ->
                add(name, condition);
            default -> throw notAKeyCondition();
        }
    }

    private void add(String name, Expression condition) {
        if (asked.put(placeholders.name(name), condition) != null) {
            throw notAKeyCondition();
        }
    }

    private Span span() {
        List<Scalar> equal = new ArrayList<>();
        for (KeySchema.Part part : schema.parts().subList(0, schema.own())) {
            Expression condition = asked.remove(part.name());
            if (condition instanceof Expression.Compare(Operand _, Comparison how, Operand.Value(String value))
                    && how == Comparison.EQUAL) {
                equal.add(scalar(part, value));
            } else if (equal.size() < schema.hashed()) {
                throw notAKeyCondition();
            } else if (condition != null) {
                return noneLeft(bounded(Place.of(equal, schema.hashed()), part, condition));
            } else {
                break;
            }
        }
        Place start = Place.of(equal, schema.hashed());
        return noneLeft(new Span(start, start.end()));
    }

    private Span bounded(Place start, KeySchema.Part part, Expression condition) {
        return switch (condition) {
            case Expression.Compare(Operand _, Comparison how, Operand.Value(String value)) -> {
                Place bound = start.then(scalar(part, value));
                yield switch (how) {
                    case LESS -> new Span(start, bound);
                    case AT_MOST -> new Span(start, bound.end());
                    case MORE -> new Span(bound.end(), start.end());
                    case AT_LEAST -> new Span(bound, start.end());
                    case EQUAL, OTHER -> throw notAKeyCondition();
                };
            }
            case Expression.Between(Operand _, Operand.Value(String lowest), Operand.Value(String highest)) ->
                new Span(
                        start.then(scalar(part, lowest)),
                        start.then(scalar(part, highest)).end());
            default -> throw notAKeyCondition();
        };
    }

    private Scalar scalar(KeySchema.Part part, String placeholder) {
        return KeySchema.scalar(part, placeholders.value(placeholder));
    }

    private Span noneLeft(Span span) {
        if (!asked.isEmpty()) {
            throw notAKeyCondition();
        }
        return span;
    }

    private static RuntimeException notAKeyCondition() {
        return Refusals.invalid("Query key condition not supported");
    }
}
