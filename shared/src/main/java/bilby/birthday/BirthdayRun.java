package bilby.birthday;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The run of the birthdays that are celebrated on one date, as far as it has come.
 *
 * @param date of the birthdays
 * @param planned how many parts have been asked for
 * @param plannedAt when the first of them was asked for
 * @param reports of those that are done, or being done in stretches
 */
public record BirthdayRun(LocalDate date, long planned, Instant plannedAt, List<PartReport> reports) {

    /** How many parts are over. */
    public long done() {
        return reports.stream().filter(PartReport::isDone).count();
    }

    /** How many rewards each outcome had. */
    public Map<BirthdayOutcome, Long> counts() {
        Map<BirthdayOutcome, Long> counts = new EnumMap<>(BirthdayOutcome.class);
        reports.forEach(report -> report.counts().forEach((outcome, count) -> counts.merge(outcome, count, Long::sum)));
        return counts;
    }

    public List<PartReport.Problem> problems() {
        return reports.stream().flatMap(report -> report.problems().stream()).toList();
    }

    /** When something was last done. */
    public Instant updatedAt() {
        return reports.stream()
                .map(PartReport::updatedAt)
                .max(Instant::compareTo)
                .orElse(plannedAt);
    }
}
