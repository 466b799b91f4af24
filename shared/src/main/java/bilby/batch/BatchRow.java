package bilby.batch;

import java.time.Instant;

/**
 * A row of a batch: what is asked for until that has been done, then what came of it. The one takes the place of the other
 * in the commit that does it, over the version that was read: so it is done once, and no personal data outlives its use.
 *
 * @param number its place in the request, from 0
 * @param version 1, 2, 3… with each change
 * @param keptUntil in whole seconds
 */
public record BatchRow(BatchId batch, int number, long version, Instant keptUntil, State state) {

    public sealed interface State {}

    /**
     * It is still to be done.
     *
     * @param body what the request asks for, in JSON
     * @param hasFailed whether it has been tried, and failed for a fault of ours
     */
    public record Waiting(String body, boolean hasFailed) implements State {}

    /**
     * It is done, and never again.
     *
     * @param details what is told of it besides, a JSON object
     */
    public record Done(BatchOutcome outcome, String details) implements State {}

    /** A new row, to be done. */
    public static BatchRow asking(BatchId batch, int number, Instant keptUntil, String body) {
        return new BatchRow(batch, number, 1, keptUntil, new Waiting(body, false));
    }

    /** A new row that is refused as it stands. */
    public static BatchRow refused(BatchId batch, int number, Instant keptUntil, String details) {
        return new BatchRow(batch, number, 1, keptUntil, new Done(BatchOutcome.REFUSED, details));
    }

    public boolean isDone() {
        return state instanceof Done;
    }

    public BatchRow done(BatchOutcome outcome, String details) {
        return next(new Done(outcome, details));
    }

    /** The row after a try that failed. */
    public BatchRow failed(Waiting tried) {
        return next(new Waiting(tried.body(), true));
    }

    private BatchRow next(State after) {
        return new BatchRow(batch, number, version + 1, keptUntil, after);
    }
}
