package bilby.store.memory;

import java.math.BigDecimal;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A value that has an order, and therefore can be a part of a key: texts by their bytes, numbers by their size. */
sealed interface Scalar extends Comparable<Scalar> {

    record Numeric(BigDecimal value) implements Scalar {}

    record Text(String value) implements Scalar {}

    /** Is above every other, and stands in no item. */
    record Last() implements Scalar {}

    static Optional<Scalar> of(AttributeValue value) {
        return switch (value.type()) {
            case N -> Optional.of(new Numeric(new BigDecimal(value.n())));
            case S -> Optional.of(new Text(value.s()));
            case B -> throw new IllegalArgumentException("the order of bytes is not known in memory");
            default -> Optional.empty();
        };
    }

    /** The same in every run. */
    default int hash() {
        return switch (this) {
            case Numeric(BigDecimal value) -> value.stripTrailingZeros().hashCode();
            case Text(String value) -> value.hashCode();
            case Last() -> 0;
        };
    }

    @Override
    default int compareTo(Scalar other) {
        if (this instanceof Numeric(BigDecimal mine) && other instanceof Numeric(BigDecimal its)) {
            return mine.compareTo(its);
        }
        if (this instanceof Text(String mine) && other instanceof Text(String its)) {
            return compare(mine, its);
        }
        return Integer.compare(kind(), other.kind());
    }

    private static int compare(String one, String other) {
        int common = Math.min(one.length(), other.length());
        for (int i = 0; i < common; i++) {
            if (one.charAt(i) != other.charAt(i)) {
                return Integer.compare(one.codePointAt(i), other.codePointAt(i));
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    private int kind() {
        return switch (this) {
            case Numeric _ -> 0;
            case Text _ -> 1;
            case Last _ -> 2;
        };
    }
}
