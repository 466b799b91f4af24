package bilby.local.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that can be set, and runs on from there. Safe for many threads. */
public final class LocalClock implements InstantSource {

    private final InstantSource machine;
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
    }
}
