package bilby.report;

import bilby.wallet.Action;
import bilby.wallet.Entry;
import bilby.wallet.Line;
import bilby.wallet.ProfileId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * A movement, as it is told among the latest.
 *
 * @param at in whole seconds
 * @param rewards by how much rewards changed, in cents
 * @param points by how much points changed, in hundredths
 */
public record Recent(ProfileId profileId, long version, Instant at, Action action, long rewards, long points) {

    /** The latest first; those of one second in an order that stays. */
    public static final Comparator<Recent> LATEST_FIRST = Comparator.comparing(Recent::at)
            .thenComparing(recent -> recent.profileId().toString())
            .thenComparingLong(Recent::version)
            .reversed();

    private static final Duration KEPT = Duration.ofDays(7);

    public static Recent of(Entry entry) {
        return new Recent(
                entry.profileId(), entry.version(), entry.at(), entry.action(), sum(entry, true), sum(entry, false));
    }

    private static long sum(Entry entry, boolean ofRewards) {
        return entry.lines().stream()
                .filter(line -> line.isReward() == ofRewards)
                .mapToLong(Line::change)
                .sum();
    }

    /** Until when it is told. It is removed later, at no time that can be said. */
    public Instant keptUntil() {
        return at.plus(KEPT);
    }

    public boolean isKept(Instant now) {
        return now.isBefore(keptUntil());
    }
}
