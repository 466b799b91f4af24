package bilby.birthday;

import bilby.wallet.ProfileId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What came of a part of a run, or of a stretch of one that was done in several.
 *
 * @param isDone whether the part is over with it
 * @param counts how many rewards each outcome had
 * @param problems those that a person may want to look at, the first few
 */
public record PartReport(boolean isDone, Map<BirthdayOutcome, Long> counts, List<Problem> problems, Instant updatedAt) {

    /** So many problems are told of one part; the others are counted. */
    private static final int MOST_PROBLEMS = 20;

    /** A member who did not get a definition's reward, and why. */
    public record Problem(ProfileId profileId, long definitionId, BirthdayOutcome outcome) {}

    public PartReport {
        counts = Map.copyOf(counts);
        problems = List.copyOf(problems);
    }

    /** What is counted while a part is done. Not safe for many threads. */
    public static final class Tally {

        private final BirthdayPart.Look look;
        private final Map<BirthdayOutcome, Long> counts = new EnumMap<>(BirthdayOutcome.class);
        private final List<Problem> problems = new ArrayList<>();

        public Tally(BirthdayPart.Look look) {
            this.look = look;
        }

        /** The second look counts only what it does: the rest was counted by the first. */
        public void add(ProfileId profileId, long definitionId, BirthdayOutcome outcome) {
            boolean isNews = outcome == BirthdayOutcome.ISSUED || outcome == BirthdayOutcome.FAILED;
            if (outcome == BirthdayOutcome.ELSEWHERE || (look == BirthdayPart.Look.SECOND && !isNews)) {
                return;
            }
            counts.merge(outcome, 1L, Long::sum);
            boolean isProblem = outcome.isSkip() || outcome == BirthdayOutcome.FAILED;
            if (isProblem && problems.size() < MOST_PROBLEMS) {
                problems.add(new Problem(profileId, definitionId, outcome));
            }
        }

        public PartReport report(boolean isDone, Instant now) {
            return new PartReport(isDone, counts, problems, now);
        }
    }
}
