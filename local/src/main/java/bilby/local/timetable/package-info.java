/** When something is due: EventBridge Scheduler's three kinds of expression. */
@NullMarked
package bilby.local.timetable;

import org.jspecify.annotations.NullMarked;
