package bilby.store;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: a random part of a span that doubles with each failure, at most 500 ms. */
record Backoff(RandomGenerator random, Sleeper sleeper) {

    private static final int FIRST_MILLIS = 10;
    private static final int LONGEST_MILLIS = 500;
    private static final int LAST_DOUBLING = 6;

    /** Waits. */
    @FunctionalInterface
    interface Sleeper {
        void sleep(Duration duration) throws InterruptedException;
    }

    void pause(int failures) {
        int span = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(failures, LAST_DOUBLING));
        try {
            sleeper.sleep(Duration.ofMillis(random.nextInt(span + 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
