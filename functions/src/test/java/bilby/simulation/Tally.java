package bilby.simulation;

import java.util.Map;
import java.util.TreeMap;

/** How often what happened. Safe for many threads. */
final class Tally {

    private final Map<String, Long> counts = new TreeMap<>();

    synchronized void add(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    synchronized void add(Tally other) {
        other.counts.forEach((what, count) -> counts.merge(what, count, Long::sum));
    }

    synchronized long of(String what) {
        return counts.getOrDefault(what, 0L);
    }

    @Override
    public synchronized String toString() {
        StringBuilder text = new StringBuilder();
        counts.forEach((what, count) -> text.append(String.format("%12d %s%n", count, what)));
        return text.toString();
    }
}
