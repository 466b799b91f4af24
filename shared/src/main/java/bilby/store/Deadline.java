package bilby.store;

import java.time.Duration;

/** Until when a caller can wait. */
@FunctionalInterface
public interface Deadline {

    /** The time that is left; negative when it is over. */
    Duration left();

    default boolean isOver() {
        return !left().isPositive();
    }

    /** The same, and no longer than so much time from now. */
    default Deadline atMost(Duration most) {
        long start = System.nanoTime();
        return () -> {
            Duration ofMost = most.minusNanos(System.nanoTime() - start);
            Duration left = left();
            return ofMost.compareTo(left) < 0 ? ofMost : left;
        };
    }
}
