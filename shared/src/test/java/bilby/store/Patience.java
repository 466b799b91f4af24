package bilby.store;

import java.time.Duration;

/** A caller's time, spent by pauses alone, so that no test waits for a clock. */
final class Patience implements Deadline, Backoff.Sleeper {

    private final int tries;
    private int pauses;

    private Patience(int tries) {
        this.tries = tries;
    }

    /** Enough for so many tries. */
    static Patience forTries(int tries) {
        return new Patience(tries);
    }

    @Override
    public synchronized void sleep(Duration duration) {
        pauses++;
    }

    @Override
    public synchronized Duration left() {
        return pauses < tries ? Duration.ofMinutes(1) : Duration.ZERO;
    }
}
