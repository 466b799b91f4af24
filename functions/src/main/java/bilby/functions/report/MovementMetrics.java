package bilby.functions.report;

import bilby.wallet.Action;
import bilby.wallet.Entry;
import bilby.wallet.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the dashboard shows of movements. They count what the stream tells, twice where it tells twice: the reports are what
 * counts each movement once.
 */
final class MovementMetrics {

    private MovementMetrics() {}

    /** By their names in CloudWatch. Of points that are issued nothing is counted, for what they are worth can change. */
    static Map<String, Long> of(List<Entry> entries) {
        Map<String, Long> metrics = new LinkedHashMap<>();
        metrics.put(
                "Redemptions",
                entries.stream()
                        .filter(entry -> entry.action() == Action.REDEEM)
                        .count());
        metrics.put("RedeemedCents", cents(entries, Set.of(Action.REDEEM)));
        metrics.put("IssuedCents", cents(entries, Set.of(Action.ISSUE)));
        metrics.put("ReturnedCents", cents(entries, Set.of(Action.RETURN, Action.REVERSAL)));
        return metrics;
    }

    private static long cents(List<Entry> entries, Set<Action> actions) {
        return entries.stream()
                .filter(entry -> actions.contains(entry.action()))
                .flatMap(entry -> entry.lines().stream())
                .map(Line::value)
                .mapToLong(money -> money.cents())
                .sum();
    }
}
