package bilby.functions.birthday;

import bilby.birthday.BirthdayOutcome;
import bilby.birthday.BirthdayPart;
import bilby.birthday.PartReport;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    public IssueBirthdays() {
        this(Environment.ofLambda());
    }

    public IssueBirthdays(Environment environment) {
        this.environment = environment;
        this.queue = environment.queue("BIRTHDAY_QUEUE_URL");
        this.atOnce = Integer.parseInt(environment.variable("AT_ONCE"));
        this.namespace = environment.variable("METRICS");
    }

    /** Answers which messages must come again; after a few times they go to the dead-letter queue. */
    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        Deadline deadline =
                () -> Duration.ofMillis(context.getRemainingTimeInMillis()).minus(MARGIN);
        List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
        for (SQSEvent.SQSMessage message : event.getRecords()) {
            if (!isDone(message, deadline, context)) {
                failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failures);
    }

    private boolean isDone(SQSEvent.SQSMessage message, Deadline deadline, Context context) {
        try {
            BirthdayPart part = PartMessage.read(message.getBody());
            boolean isNew = part.look() == BirthdayPart.Look.FIRST && !isAgain(message);
            BirthdayStretch.Rest rest =
                    new BirthdayStretch(environment, part, isNew, atOnce, deadline, context.getLogger()).run();
            queue.send(rest.messages().stream().map(PartMessage::write).toList());
            if (!rest.report().counts().isEmpty()) {
                Metrics.emit(namespace, getClass(), environment.clock().instant(), metrics(rest.report()));
            }
            return !rest.isFailed();
        } catch (RuntimeException e) {
            Log.failure(context.getLogger(), "message " + message.getMessageId(), e);
            return false;
        }
    }

    private static boolean isAgain(SQSEvent.SQSMessage message) {
        return Optional.ofNullable(message.getAttributes())
                .map(attributes -> attributes.get("ApproximateReceiveCount"))
                .filter("1"::equals)
                .isEmpty();
    }

    private static Map<String, Long> metrics(PartReport report) {
        long skipped = report.counts().entrySet().stream()
                .filter(count -> count.getKey().isSkip())
                .mapToLong(Map.Entry::getValue)
                .sum();
        return Map.of(
                "BirthdaysIssued", report.counts().getOrDefault(BirthdayOutcome.ISSUED, 0L),
                "BirthdaysSkipped", skipped,
                "BirthdaysFailed", report.counts().getOrDefault(BirthdayOutcome.FAILED, 0L));
    }
}
