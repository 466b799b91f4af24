package bilby.store;

/**
 * How a request ended.
 *
 * @param <A> the answers that a request can get
 */
public sealed interface Outcome<A> {

    /** It took effect or was refused, as the answer says. */
    record Answered<A>(A answer) implements Outcome<A> {}

    /** The tries ran out, and it is certain that nothing has moved. */
    record NothingMoved<A>() implements Outcome<A> {}

    /** The time ran out while an attempt might still have taken effect. */
    record Unknown<A>() implements Outcome<A> {}
}
