package bilby.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.clock.LocalClock;
import bilby.local.lambda.Code;
import bilby.local.lambda.LambdaFunction;
import bilby.local.template.Schedule;
import bilby.local.template.TemplateFunction;
import bilby.local.timetable.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On a clock that stands still unless it is set. */
@Timeout(60)
class SchedulesTest {

    private static final Instant NOON = Instant.parse("2026-02-28T12:00:00Z");

    private final LocalClock clock = new LocalClock(() -> NOON);
    private final BlockingQueue<String> runs = new LinkedBlockingQueue<>();
    private Optional<Schedules> schedules = Optional.empty();

    @AfterEach
    void stop() {
        schedules.ifPresent(Schedules::close);
    }

    @Test
    void aScheduleFiresWhenTheClockComesToIt() throws InterruptedException {
        start("rate(15 minutes)");
        clock.set(Instant.parse("2026-02-28T12:14:59Z"));
        clock.set(Instant.parse("2026-02-28T12:15:00Z"));
        assertThat(runs.take()).isEqualTo("2026-02-28T12:15:00Z");
    }

    @Test
    void aScheduleFiresAsTheClockRunsOn() throws InterruptedException {
        AtomicReference<Instant> machine = new AtomicReference<>(Instant.parse("2026-02-28T12:14:59.999Z"));
        start(List.of(function("rate(15 minutes)")), new LocalClock(machine::get));
        machine.set(Instant.parse("2026-02-28T12:15:00Z"));
        assertThat(runs.take()).isEqualTo("2026-02-28T12:15:00Z");
    }

    @Test
    void manyFiringsThatTheClockIsMovedPastAreOne() throws InterruptedException {
        start("rate(1 minute)");
        clock.set(Instant.parse("2027-02-28T12:00:30Z"));
        assertThat(runs.take()).isEqualTo("2027-02-28T12:00:30Z");
        clock.set(Instant.parse("2027-02-28T12:01:00Z"));
        assertThat(runs.take()).isEqualTo("2027-02-28T12:01:00Z");
    }

    @Test
    void whereTheClockIsMovedBackTheScheduleGoesOnFromThere() throws InterruptedException {
        start("at(2026-02-28T13:00:00)");
        clock.set(Instant.parse("2026-02-28T14:00:00Z"));
        assertThat(runs.take()).isEqualTo("2026-02-28T14:00:00Z");
        clock.set(Instant.parse("2026-02-28T12:30:00Z"));
        clock.set(Instant.parse("2026-02-28T13:00:01Z"));
        assertThat(runs.take()).isEqualTo("2026-02-28T13:00:01Z");
    }

    @Test
    void aFailureDoesNotKeepTheNextFromFiring() throws InterruptedException {
        LambdaFunction failing = function("rate(1 hour)", true, time -> {
            throw new IllegalStateException("it fails at " + time);
        });
        start(List.of(failing), clock);
        clock.set(Instant.parse("2026-02-28T13:00:00Z"));
        assertThat(runs.take()).isEqualTo("2026-02-28T13:00:00Z");
        clock.set(Instant.parse("2026-02-28T14:00:00Z"));
        assertThat(runs.take()).isEqualTo("2026-02-28T14:00:00Z");
    }

    @Test
    void aDisabledScheduleDoesNotFire() throws InterruptedException {
        start(List.of(function("rate(1 minute)", false, time -> {}), function("rate(1 hour)")), clock);
        clock.set(Instant.parse("2026-02-28T12:30:00Z"));
        clock.set(Instant.parse("2026-02-28T13:00:00Z"));
        assertThat(runs.take()).isEqualTo("2026-02-28T13:00:00Z");
        clock.set(Instant.parse("2026-02-28T14:00:00Z"));
        assertThat(runs.take()).isEqualTo("2026-02-28T14:00:00Z");
    }

    @Test
    void whatIsClosedFiresNoMore() {
        start("rate(15 minutes)");
        stop();
        clock.set(Instant.parse("2026-02-28T13:00:00Z"));
        assertThat(runs).isEmpty();
    }

    private void start(String expression) {
        start(List.of(function(expression)), clock);
    }

    private void start(List<LambdaFunction> functions, LocalClock clock) {
        schedules = Optional.of(Schedules.start(functions, clock));
    }

    private LambdaFunction function(String expression) {
        return function(expression, true, time -> {});
    }

    private LambdaFunction function(String expression, boolean isEnabled, Consumer<String> work) {
        Schedule schedule = new Schedule(
                "Often",
                "FOften",
                Timetable.parse(expression, ZoneId.of("UTC")),
                isEnabled,
                Optional.of("\"<aws.scheduler.scheduled-time>\""));
        return new LambdaFunction(
                new TemplateFunction(
                        "F",
                        "a.B",
                        Duration.ofMinutes(1),
                        128,
                        Map.of(),
                        List.of(),
                        List.of(schedule),
                        List.of(),
                        List.of(),
                        List.of()),
                new Code<String, String>(
                        (time, context) -> {
                            runs.add(time);
                            work.accept(time);
                            return time;
                        },
                        String.class,
                        String.class));
    }
}
