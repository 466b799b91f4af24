package bilby.functions.list;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One condition on the rows of a list. */
sealed interface Filter {

    boolean keeps(ObjectNode row);

    /** The row has a value that compares so with the one asked for. */
    record Compared(Column column, Operator operator, Comparable<?> asked) implements Filter {
        @Override
        public boolean keeps(ObjectNode row) {
            return column.values(row).anyMatch(value -> operator.holds(compare(value, asked)));
        }
    }

    /** The row has none of the values: a row without a value is kept. */
    record Not(Compared equal) implements Filter {
        @Override
        public boolean keeps(ObjectNode row) {
            return !equal.keeps(row);
        }
    }

    /** The row has one of the values. */
    record In(List<Compared> equals) implements Filter {
        @Override
        public boolean keeps(ObjectNode row) {
            return equals.stream().anyMatch(equal -> equal.keeps(row));
        }
    }

    /** The row has no value, or must have one. */
    record Null(Column column, boolean wanted) implements Filter {
        @Override
        public boolean keeps(ObjectNode row) {
            return column.values(row).findAny().isEmpty() == wanted;
        }
    }

    /** How a value must compare with the one asked for. */
    enum Operator {
        EQ,
        GT,
        GTE,
        LT,
        LTE;

        boolean holds(int comparison) {
            return switch (this) {
                case EQ -> comparison == 0;
                case GT -> comparison > 0;
                case GTE -> comparison >= 0;
                case LT -> comparison < 0;
                case LTE -> comparison <= 0;
            };
        }
    }

    /** The filter that a query asks for; empty if it is no operator, or no value of the column's kind. */
    static Optional<Filter> parse(Column column, String operator, String value) {
        return switch (operator) {
            case "eq" -> compared(column, Operator.EQ, value).map(equal -> equal);
            case "gt" -> compared(column, Operator.GT, value).map(greater -> greater);
            case "gte" -> compared(column, Operator.GTE, value).map(greater -> greater);
            case "lt" -> compared(column, Operator.LT, value).map(less -> less);
            case "lte" -> compared(column, Operator.LTE, value).map(less -> less);
            case "ne" -> compared(column, Operator.EQ, value).map(Not::new);
            case "in" -> in(column, value);
            case "nullable" ->
                switch (value) {
                    case "1", "true" -> Optional.of(new Null(column, true));
                    case "0", "false" -> Optional.of(new Null(column, false));
                    default -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }

    private static Optional<Compared> compared(Column column, Operator operator, String value) {
        return column.read(value).map(asked -> new Compared(column, operator, asked));
    }

    private static Optional<Filter> in(Column column, String values) {
        List<Compared> equals = new ArrayList<>();
        for (String value : Arrays.asList(values.split(",", -1))) {
            Optional<Compared> equal = compared(column, Operator.EQ, value);
            if (equal.isEmpty()) {
                return Optional.empty();
            }
            equals.add(equal.get());
        }
        return Optional.of(new In(equals));
    }

    /** Compares two values of one column, which are of one kind. */
    @SuppressWarnings("unchecked")
    static int compare(Comparable<?> one, Comparable<?> other) {
        return ((Comparable<Object>) one).compareTo(other);
    }
}
