package bilby.local.sqs;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The invocations that were given messages: until one is no longer under way, its messages are in their queue. */
final class Deliveries {

    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicLong handled = new AtomicLong();

    void begin() {
        underWay.incrementAndGet();
    }

    /** The function has ended, and may have sent messages of its own; what it was given is still in the queue. */
    void handled() {
        handled.incrementAndGet();
    }

    void end() {
        underWay.decrementAndGet();
    }

    boolean areUnderWay() {
        return underWay.get() > 0;
    }

    /** How often a function has ended so far. */
    long count() {
        return handled.get();
    }
}
