package bilby.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The head of a batch: that it has been accepted. Without one its rows are nothing.
 *
 * @param namedBy what its rows name profiles by, if the request says it
 * @param rows how many it has, numbered from 0
 * @param acceptedAt in whole seconds
 */
public record Batch(BatchId id, BatchKind kind, Optional<String> namedBy, int rows, Instant acceptedAt) {

    /** So many rows at most. */
    public static final int MOST_ROWS = 500;

    private static final Duration KEPT = Duration.ofDays(30);

    /** Until when what came of a batch can be read. Its items are removed later, at no time that can be said. */
    public static Instant keptUntil(Instant acceptedAt) {
        return acceptedAt.plus(KEPT);
    }

    public boolean isKept(Instant now) {
        return now.isBefore(keptUntil(acceptedAt));
    }
}
