package bilby.report;

import java.util.HashMap;
import java.util.Map;

/** Figures with their sums, or with what is to be added to them. */
public final class Sums {

    private final Map<Figure, Long> sums = new HashMap<>();

    public void add(Figure figure, long more) {
        sums.merge(figure, more, Long::sum);
        sums.remove(figure, 0L);
    }

    public long get(Figure figure) {
        return sums.getOrDefault(figure, 0L);
    }

    /** Those that are not 0. */
    public Map<Figure, Long> all() {
        return Map.copyOf(sums);
    }
}
