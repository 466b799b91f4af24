package bilby.wallet;

/**
 * What a command comes to, decided on one wallet.
 *
 * @param <R> the reasons for which the command can be refused
 */
public sealed interface Decision<R> {

    /** The command is carried out by this movement. */
    record Moved<R>(Movement movement) implements Decision<R> {}

    /** The command is refused, and nothing moves. */
    record Refused<R>(R why) implements Decision<R> {}
}
