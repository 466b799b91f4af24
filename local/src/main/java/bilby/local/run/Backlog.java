package bilby.local.run;

import java.time.Duration;

/** What functions have left for others to do. */
@FunctionalInterface
public interface Backlog {

    /** Where functions leave nothing. */
    Backlog NONE = limit -> true;

    /**
     * Waits until all of it is done.
     *
     * @return whether it is, within the limit
     */
    boolean isDone(Duration limit) throws InterruptedException;
}
