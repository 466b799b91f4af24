package bilby.local.run;

import bilby.local.lambda.LambdaFunction;
import bilby.local.lambda.Outcome;
import bilby.local.template.Schedule;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** A function, and one of its schedules. */
record ScheduledFunction(LambdaFunction function, Schedule schedule) {

    /** One for each schedule of this function, in the template's order. */
    static Stream<ScheduledFunction> of(LambdaFunction function) {
        return function.definition().schedules().stream().map(schedule -> new ScheduledFunction(function, schedule));
    }

    /** When it is due after this instant, if it is once more. */
    Optional<Instant> next(Instant after) {
        return schedule.timetable().next(after);
    }

    /** Runs the function as its schedule does at this instant, and waits until it has ended. */
    Outcome.Ended run(Instant now) throws InterruptedException {
        return function.invoke(ScheduleEvent.write(schedule, now));
    }
}
