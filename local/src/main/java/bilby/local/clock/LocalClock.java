package bilby.local.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that can be set, and runs on from there. Safe for many threads. */
public final class LocalClock implements InstantSource {

    private final InstantSource machine;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Duration ahead = Duration.ZERO;

    /** @param machine what it follows, at first without any difference */
    public LocalClock(InstantSource machine) {
        this.machine = machine;
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead);
    }

    /** Sets the time, also to one that has been already. */
    public synchronized void set(Instant now) {
        ahead = Duration.between(machine.instant(), now);
        listeners.forEach(Runnable::run);
    }

    /** Has this run each time that the clock has been set, before {@link #set} returns. */
    public void onSet(Runnable listener) {
        listeners.add(listener);
    }
}
