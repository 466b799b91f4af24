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
}
