package bilby.local.run;

import bilby.local.clock.LocalClock;
import bilby.local.lambda.LambdaFunction;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs functions by their schedules, as the local clock tells the time, until it is closed. Where the clock is moved past
 * several firings of a schedule, it fires once. A run waits for no other, nor for an earlier one of its own.
 */
public final class Schedules implements AutoCloseable {

    /** The machine's clock may be set, and the machine may sleep, without a word. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final LocalClock clock;
    private final Agenda agenda;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("schedules").factory(), new ThreadPoolExecutor.DiscardPolicy());
    private final ExecutorService runs = Executors.newVirtualThreadPerTaskExecutor();
    private Optional<Future<?>> waiting = Optional.empty();

    private Schedules(List<ScheduledFunction> functions, LocalClock clock) {
        this.clock = clock;
        this.agenda = new Agenda(functions, clock.instant());
    }

    /** Starts the schedules of these functions that are enabled; what was due before does not fire. */
    public static Schedules start(Collection<LambdaFunction> functions, LocalClock clock) {
        Schedules schedules = new Schedules(
                functions.stream()
                        .flatMap(ScheduledFunction::of)
                        .filter(function -> function.schedule().isEnabled())
                        .toList(),
                clock);
        clock.onSet(schedules::look);
        schedules.look();
        return schedules;
    }

    /** Each time that the clock is set to counts, also where it is set again at once. */
    private void look() {
        Instant now = clock.instant();
        timer.execute(() -> fire(now));
    }

    /** Only the timer's one thread is here. */
    private void fire(Instant now) {
        waiting.ifPresent(it -> it.cancel(false));
        agenda.due(now).forEach(function -> runs.execute(() -> run(function, now)));
        waiting = agenda.next()
                .map(next -> timer.schedule(() -> fire(clock.instant()), wait(now, next), TimeUnit.MILLISECONDS));
    }

    private static long wait(Instant now, Instant next) {
        Duration left = Duration.between(now, next);
        return left.compareTo(LONGEST_WAIT) < 0 ? left.toMillis() + 1 : LONGEST_WAIT.toMillis();
    }

    /** A failure is told by the function itself. */
    private static void run(ScheduledFunction function, Instant now) {
        try {
            function.run(now);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        runs.shutdownNow();
    }
}
