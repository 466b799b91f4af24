package bilby.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * How far a batch has come, for as long as anything is left to do about it. It is written with the first of its rows, and
 * removed when all of them are done.
 *
 * @param version 1, 2, 3… with each step
 * @param begunAt in whole seconds
 */
public record BatchProgress(BatchId batch, long version, Stage stage, Instant begunAt) {

    /** Far longer than any request lives. */
    private static final Duration LONGEST_STORING = Duration.ofHours(1);

    /** What was sent with the request has mostly been done by then. */
    private static final Duration FIRST_LOOK = Duration.ofMinutes(1);

    /** As long as the dead-letter queue keeps a message: after that nobody can have it done any more. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(14);

    public enum Stage {
        /** Its rows are being stored. It is no batch yet. */
        STORING,
        /** Its head stands. Whether its messages were sent is not known. */
        ACCEPTED,
        /** Its messages were sent. */
        SENT,
        /** It never got a head, and its rows are being removed. */
        DROPPED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The stage of a word.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Stage of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public static BatchProgress begun(BatchId batch, Instant now) {
        return new BatchProgress(batch, 1, Stage.STORING, now);
    }

    public BatchProgress at(Stage next) {
        return new BatchProgress(batch, version + 1, next, begunAt);
    }

    /** Whether the request that stored its rows can be no more. */
    public boolean isForsaken(Instant now) {
        return stage == Stage.STORING && isOver(LONGEST_STORING, now);
    }

    /** Whether it is time to see what is left of it to do. */
    public boolean isDue(Instant now) {
        return isOver(FIRST_LOOK, now);
    }

    /** Whether what is not done by now is given up. */
    public boolean isGivenUp(Instant now) {
        return isOver(LONGEST_WAIT, now);
    }

    private boolean isOver(Duration time, Instant now) {
        return !now.isBefore(begunAt.plus(time));
    }
}
