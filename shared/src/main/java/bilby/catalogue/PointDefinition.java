package bilby.catalogue;

import bilby.time.WallClock;
import bilby.wallet.CommitId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What points are issued by.
 *
 * @param version 0 is the one that is built in, until it is changed
 * @param handle a unique name for programs
 * @param period how long points of it last, unless their issue says otherwise; empty if for ever
 * @param details JSON: the fields that Bilby keeps as sent and does nothing with
 * @param createdAt in whole seconds, as {@code updatedAt}
 */
public record PointDefinition(
        long id,
        long version,
        CommitId commit,
        String name,
        String handle,
        Optional<Period> period,
        String details,
        Instant createdAt,
        Instant updatedAt)
        implements Definition {

    private static final Instant BEFORE_ALL_OTHERS = Instant.parse("2020-01-01T00:00:00Z");

    /**
     * The one that there is from the start, without anybody creating it. Points that are issued by it refer to it, so it
     * stays as it is in every release; a change of it is a version of its own.
     */
    public static final PointDefinition BUILT_IN = new PointDefinition(
            1,
            0,
            new CommitId("built in"),
            "Points",
            "points",
            Optional.empty(),
            "{}",
            BEFORE_ALL_OTHERS,
            BEFORE_ALL_OTHERS);

    /** The last second of points that are issued by it then, at the clock of UTC; empty if they last for ever. */
    public Optional<Instant> expiry(Instant issuedAt) {
        return period.map(
                lasting -> WallClock.instant(lasting.validity().expiry(WallClock.utc(issuedAt)), ZoneOffset.UTC));
    }
}
