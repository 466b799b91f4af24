package bilby.functions.http;

import java.util.List;
import java.util.function.Function;

/** What came of reading a request: what it asks for, or the answer that says what is wrong with it. */
public sealed interface Parsed<T> {

    record Valid<T>(T value) implements Parsed<T> {}

    record Invalid<T>(Answer answer) implements Parsed<T> {}

    /** A list that is made from a valid value; an empty one otherwise. */
    default <R> List<R> list(Function<T, List<R>> from) {
        return switch (this) {
            case Valid<T>(T value) -> from.apply(value);
            case Invalid<T> invalid -> List.of();
        };
    }

    /** Reads on from a valid value. */
    default <R> Parsed<R> then(Function<T, Parsed<R>> next) {
        return switch (this) {
            case Valid<T>(T value) -> next.apply(value);
            case Invalid<T>(Answer answer) -> new Invalid<>(answer);
        };
    }
}
