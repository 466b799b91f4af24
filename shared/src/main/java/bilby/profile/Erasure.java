package bilby.profile;

import bilby.wallet.ProfileId;
import java.time.Duration;
import java.time.Instant;

/**
 * That a member has been deleted, and what is still to be seen to until no table holds personal data of theirs.
 *
 * @param version 1, 2, 3… with each step
 * @param entry the newest of the ledger's entries whose records and kept answers may still hold some; 0 if none does
 * @param deletedAt in whole seconds
 */
public record Erasure(ProfileId profileId, long version, long entry, Instant deletedAt) {

    /** The indexes by which sales and answers are found lag by moments. */
    private static final Duration LAG = Duration.ofMinutes(1);

    /** That of a member whose last entry before the one of the deletion, which has nothing to erase, is this; 0 if there was none. */
    public static Erasure of(ProfileId profileId, long lastEntry, Instant deletedAt) {
        return new Erasure(profileId, 1, lastEntry, deletedAt);
    }

    /** Whether all that is to be found can be found by now. */
    public boolean isDue(Instant now) {
        return !now.isBefore(deletedAt.plus(LAG));
    }

    /** Once the entries from this one on have been seen to. */
    public Erasure seenFrom(long version) {
        return new Erasure(profileId, this.version + 1, version - 1, deletedAt);
    }

    public boolean isThroughLedger() {
        return entry == 0;
    }
}
