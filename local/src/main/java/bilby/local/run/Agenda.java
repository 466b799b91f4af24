package bilby.local.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When each schedule fires next. Not safe for many threads. */
final class Agenda {

    private final List<ScheduledFunction> functions;
    private final Map<ScheduledFunction, Instant> next = new HashMap<>();
    private Instant last;

    /** @param now nothing fires that was due up to this instant */
    Agenda(List<ScheduledFunction> functions, Instant now) {
        this.functions = functions;
        this.last = now;
        functions.forEach(function -> plan(function, now));
    }

    /**
     * What fires at this instant: each schedule that has become due since the last call, once, however often it was due.
     * If the time has run back, nothing fires, and all is planned anew.
     */
    List<ScheduledFunction> due(Instant now) {
        boolean isBack = now.isBefore(last);
        last = now;
        List<ScheduledFunction> due = new ArrayList<>();
        for (ScheduledFunction function : functions) {
            boolean isDue = Optional.ofNullable(next.get(function))
                    .filter(it -> !it.isAfter(now))
                    .isPresent();
            if (isDue) {
                due.add(function);
            }
            if (isDue || isBack) {
                plan(function, now);
            }
        }
        return due;
    }

    /** When there is something due again, if ever. */
    Optional<Instant> next() {
        return next.values().stream().min(Instant::compareTo);
    }

    private void plan(ScheduledFunction function, Instant now) {
        next.remove(function);
        function.next(now).ifPresent(instant -> next.put(function, instant));
    }
}
