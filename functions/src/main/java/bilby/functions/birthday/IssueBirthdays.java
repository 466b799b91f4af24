package bilby.functions.birthday;

import bilby.birthday.BirthdayOutcome;
import bilby.birthday.BirthdayPart;
import bilby.functions.http.Environment;
import bilby.functions.http.Log;
import bilby.functions.http.Metrics;
import bilby.queue.Queue;
import bilby.store.Deadline;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Issues birthday rewards, as messages ask for. Messages come at least once and in no order, and whoever sees to them can be
 * cut off anywhere: what has been issued is known by its claim, and the message comes again.
 */
public final class IssueBirthdays implements RequestHandler<SQSEvent, SQSBatchResponse> {

    /** What is kept of the function's time to send on what is left. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final Environment environment;
    private final Queue queue;
    private final int atOnce;
    private final String namespace;
    private final Consumer<String> out;

    public IssueBirthdays() {
        this(Environment.ofLambda());
    }

    public IssueBirthdays(Environment environment) {
        this(environment, System.out::println);
    }

    /** @param out takes the lines that the metrics are read from */
    IssueBirthdays(Environment environment, Consumer<String> out) {
        this.environment = environment;
        this.queue = environment.queue("BIRTHDAY_QUEUE_URL");
        this.atOnce = Integer.parseInt(environment.variable("AT_ONCE"));
        this.namespace = environment.variable("METRICS");
        this.out = out;
    }

    /** Answers which messages must come again; after a few times they go to the dead-letter queue. */
    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        Deadline deadline =
                () -> Duration.ofMillis(context.getRemainingTimeInMillis()).minus(MARGIN);
        List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
        Map<BirthdayOutcome, Long> counts = new EnumMap<>(BirthdayOutcome.class);
        for (SQSEvent.SQSMessage message : event.getRecords()) {
            try {
                BirthdayStretch.Rest rest = done(message, deadline, context);
                rest.report().counts().forEach((outcome, count) -> counts.merge(outcome, count, Long::sum));
                if (rest.isFailed()) {
                    failures.add(failure(message));
                }
            } catch (RuntimeException e) {
                Log.failure(context.getLogger(), "message " + message.getMessageId(), e);
                failures.add(failure(message));
            }
        }
        if (!counts.isEmpty()) {
            Metrics.emit(out, namespace, getClass(), environment.clock().instant(), metrics(counts));
        }
        return new SQSBatchResponse(failures);
    }

    private static SQSBatchResponse.BatchItemFailure failure(SQSEvent.SQSMessage message) {
        return new SQSBatchResponse.BatchItemFailure(message.getMessageId());
    }

    /** Does what a message asks for, and asks for what is left. */
    private BirthdayStretch.Rest done(SQSEvent.SQSMessage message, Deadline deadline, Context context) {
        BirthdayPart part = PartMessage.read(message.getBody());
        boolean isNew = part.look() == BirthdayPart.Look.FIRST && !isAgain(message);
        BirthdayStretch.Rest rest =
                new BirthdayStretch(environment, part, isNew, atOnce, deadline, context.getLogger()).run();
        queue.send(rest.messages().stream().map(PartMessage::write).toList());
        return rest;
    }

    private static boolean isAgain(SQSEvent.SQSMessage message) {
        return Optional.ofNullable(message.getAttributes())
                .map(attributes -> attributes.get("ApproximateReceiveCount"))
                .filter("1"::equals)
                .isEmpty();
    }

    private static Map<String, Long> metrics(Map<BirthdayOutcome, Long> counts) {
        long skipped = counts.entrySet().stream()
                .filter(count -> count.getKey().isSkip())
                .mapToLong(Map.Entry::getValue)
                .sum();
        return Map.of(
                "BirthdaysIssued", counts.getOrDefault(BirthdayOutcome.ISSUED, 0L),
                "BirthdaysSkipped", skipped,
                "BirthdaysFailed", counts.getOrDefault(BirthdayOutcome.FAILED, 0L));
    }
}
