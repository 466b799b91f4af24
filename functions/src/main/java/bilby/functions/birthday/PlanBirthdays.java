package bilby.functions.birthday;

import bilby.birthday.BirthdayPart;
import bilby.birthday.BirthdayPlan;
import bilby.birthday.Watermark;
import bilby.functions.http.Environment;
import bilby.queue.Queue;
import bilby.setting.Settings;
import bilby.store.Deadline;
import bilby.store.Key;
import bilby.store.NewIds;
import bilby.store.Outcome;
import bilby.store.Plan;
import bilby.store.Snapshot;
import bilby.store.Store;
import bilby.time.WallClock;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Plans birthdays, by the hour: asks for a part of a run for each zone in which a day has begun since the last plan. The
 * watermark moves when all of them have been asked for; so a run that fails is made up for by the next, and two at once ask
 * twice, which does no harm.
 */
public final class PlanBirthdays implements RequestHandler<ScheduledEvent, Map<String, Object>> {

    /** What is kept of the function's time for a call that is under way. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final Environment environment;
    private final Store store;
    private final Queue queue;

    public PlanBirthdays() {
        this(Environment.ofLambda());
    }

    public PlanBirthdays(Environment environment) {
        this.environment = environment;
        this.store = environment.store();
        this.queue = environment.queue("BIRTHDAY_QUEUE_URL");
    }

    /** What is answered is for whoever runs it by hand: the dates that were planned, and how many parts. */
    @Override
    public Map<String, Object> handleRequest(ScheduledEvent event, Context context) {
        Deadline deadline =
                () -> Duration.ofMillis(context.getRemainingTimeInMillis()).minus(MARGIN);
        Instant now = WallClock.toTheSecond(environment.clock().instant());
        BirthdayPlan plan = run(deadline, () -> Plan.nothing(plan(now)));
        groups(plan.parts())
                .forEach(parts -> run(
                        deadline,
                        () -> Plan.commit(store.birthdays().planned(parts.getFirst(), parts.size(), now), true)));
        queue.send(plan.parts().stream().map(PartMessage::write).toList());
        run(deadline, () -> save(plan.next()));
        return Map.of(
                "dates",
                plan.parts().stream()
                        .map(part -> part.celebrated().toString())
                        .distinct()
                        .sorted()
                        .toList(),
                "parts",
                plan.parts().size());
    }

    private BirthdayPlan plan(Instant now) {
        Key<Watermark> watermark = store.birthdays().watermark();
        Key<Settings> settings = store.settings().key();
        Snapshot found = store.read(List.of(watermark, settings));
        return BirthdayPlan.of(
                found.get(watermark), now, found.get(settings).orElse(Settings.DEFAULT), WallClock.zones());
    }

    /** The parts of one date that the beginning of a day brought on. */
    private static Collection<List<BirthdayPart>> groups(List<BirthdayPart> parts) {
        return parts.stream()
                .collect(Collectors.groupingBy(
                        part -> List.of(part.celebrated(), part.begun(), part.look()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
    }

    /** Where another planner has moved it meanwhile, it has asked for the same. */
    private Plan<Boolean> save(Watermark next) {
        Optional<Watermark> stored = store.get(store.birthdays().watermark());
        return stored.map(Watermark::version).orElse(0L) == next.version() - 1
                ? Plan.commit(store.birthdays().save(next), true)
                : Plan.nothing(true);
    }

    private <A> A run(Deadline deadline, Supplier<Plan<A>> decide) {
        NewIds none = new NewIds(environment.clock(), environment.random());
        if (store.run(deadline, none, decide) instanceof Outcome.Answered<A>(A answer)) {
            return answer;
        }
        throw new IllegalStateException("the time was over; the next run makes up for it");
    }
}
