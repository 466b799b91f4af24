package bilby.local.lambda;

/** What comes of giving a function an event. */
public sealed interface Outcome {

    /** What comes of it when the caller waits until there is an end. */
    sealed interface Ended extends Outcome {}

    /** It answered, in JSON as Lambda gives it on. */
    record Answered(String json) implements Ended {}

    /**
     * It threw, ran into its own time-out, or answered more than Lambda carries.
     *
     * @param error the class of what it threw, or Lambda's own word for what went wrong
     */
    record Failed(String error) implements Ended {}

    /** It has not answered yet, and the caller waits no longer. */
    record Pending() implements Outcome {}
}
