package bilby.local.template;

import bilby.local.timetable.Timetable;
import java.util.Optional;

/**
 * A schedule of EventBridge Scheduler that invokes a function.
 *
 * @param event the name of the function's event that makes it
 * @param name its own name
 * @param isEnabled whether it fires by itself
 * @param input the event that it hands over, in JSON; without one it hands over the Scheduler's own
 */
public record Schedule(String event, String name, Timetable timetable, boolean isEnabled, Optional<String> input) {}
