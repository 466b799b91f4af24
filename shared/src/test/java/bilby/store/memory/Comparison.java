package bilby.store.memory;

import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How two values compare. What is not there, or is of another type, is neither equal nor less nor more. */
enum Comparison {
    EQUAL("="),
    OTHER("<>"),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">=");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    static Optional<Comparison> of(String sign) {
        return Stream.of(values())
                .filter(comparison -> comparison.sign.equals(sign))
                .findFirst();
    }

    boolean holds(Optional<AttributeValue> left, Optional<AttributeValue> right) {
        boolean equal = left.isPresent() && left.equals(right);
        return switch (this) {
            case EQUAL -> equal;
            case OTHER -> !equal;
            case LESS, AT_MOST, MORE, AT_LEAST -> isOrdered(left.flatMap(Scalar::of), right.flatMap(Scalar::of));
        };
    }

    private boolean isOrdered(Optional<Scalar> left, Optional<Scalar> right) {
        if (left.isEmpty()
                || right.isEmpty()
                || left.get().getClass() != right.get().getClass()) {
            return false;
        }
        int order = left.get().compareTo(right.get());
        return switch (this) {
            case EQUAL -> order == 0;
            case OTHER -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }
}
