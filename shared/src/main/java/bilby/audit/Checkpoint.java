package bilby.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the walk over all wallets has come in one segment of their table.
 *
 * @param segment from 0 to {@code segments} − 1
 * @param version 1, 2, 3… with each page; 0 before the first
 * @param startedAt when this walk began
 * @param last the profile id that the walk has come to; none at its beginning
 * @param isDone whether it has come to the end
 * @param wallets how many it has proved
 * @param differences how many of them were not as their ledgers say
 */
public record Checkpoint(
        int segment,
        int segments,
        long version,
        Instant startedAt,
        Optional<String> last,
        boolean isDone,
        long wallets,
        long differences) {

    /** The beginning of the first walk. */
    public static Checkpoint first(int segment, int segments, Instant now) {
        return new Checkpoint(segment, segments, 0, now, Optional.empty(), false, 0, 0);
    }

    /** Whether the walk is over, and the next is not due yet. */
    public boolean rests(Instant now, Duration every) {
        return isDone && now.isBefore(startedAt.plus(every));
    }

    /** Where the walk goes on: where it stopped, or at the beginning where it is over. */
    public Checkpoint resumed(Instant now) {
        return isDone ? new Checkpoint(segment, segments, version, now, Optional.empty(), false, 0, 0) : this;
    }

    /** After one page more. */
    public Checkpoint after(Optional<String> newLast, long moreWallets, long moreDifferences) {
        return new Checkpoint(
                segment,
                segments,
                version + 1,
                startedAt,
                newLast,
                newLast.isEmpty(),
                wallets + moreWallets,
                differences + moreDifferences);
    }
}
