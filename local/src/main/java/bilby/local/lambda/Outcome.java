package bilby.local.lambda;

/** What comes of giving a function an event. */
public sealed interface Outcome {

    /** It answered, in JSON as Lambda gives it on. */
    record Answered(String json) implements Outcome {}

    /** It threw, ran into its own time-out, or answered more than Lambda carries. */
    record Failed() implements Outcome {}

    /** It has not answered yet, and the caller waits no longer. */
    record Pending() implements Outcome {}
}
