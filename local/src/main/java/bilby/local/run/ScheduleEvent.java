package bilby.local.run;

import bilby.local.template.Arns;
import bilby.local.template.Schedule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Writes the event that EventBridge Scheduler hands to a function. */
final class ScheduleEvent {

    private ScheduleEvent() {}

    /** The event in JSON: the schedule's input, or the Scheduler's own event where there is none. */
    static byte[] write(Schedule schedule, Instant now) {
        String id = UUID.randomUUID().toString();
        String time = now.truncatedTo(ChronoUnit.SECONDS).toString();
        String arn = Arns.schedule(schedule.name());
        return schedule.input()
                .map(input -> input.replace("<aws.scheduler.schedule-arn>", arn)
                        .replace("<aws.scheduler.scheduled-time>", time)
                        .replace("<aws.scheduler.execution-id>", id)
                        .replace("<aws.scheduler.attempt-number>", "1"))
                .orElseGet(() -> own(id, time, arn))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String own(String id, String time, String arn) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("version", "0");
        event.put("id", id);
        event.put("detail-type", "Scheduled Event");
        event.put("source", "aws.scheduler");
        event.put("account", Arns.ACCOUNT);
        event.put("time", time);
        event.put("region", Arns.REGION);
        event.putArray("resources").add(arn);
        // A text, not an object: so AWS sends it, and the ScheduledEvent of aws-lambda-java-events cannot be read from
        // it.
        event.put("detail", "{}");
        return event.toString();
    }
}
