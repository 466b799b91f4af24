package bilby.functions.report;

import bilby.functions.http.Environment;
import bilby.functions.http.Log;
import bilby.functions.http.Metrics;
import bilby.store.Deadline;
import bilby.wallet.Entry;
import bilby.wallet.ProfileId;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Adds the ledger's new entries to the figures of the reports. The stream tells of each at least once; what counts is how far
 * a member's ledger has been counted, so an entry that is told twice, late or in another order counts once, and one that was
 * never told is counted with the member's next.
 */
public final class CountMovements implements RequestHandler<DynamodbEvent, StreamsEventResponse> {

    /** What is kept of the function's time for the answer. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private static final String PUT = "INSERT";

    private final Environment environment;
    private final String namespace;
    private final Consumer<String> out;

    public CountMovements() {
        this(Environment.ofLambda());
    }

    public CountMovements(Environment environment) {
        this(environment, environment.metricLines());
    }

    /** @param out takes the lines that the metrics are read from */
    CountMovements(Environment environment, Consumer<String> out) {
        this.environment = environment;
        this.namespace = environment.variable("METRICS");
        this.out = out;
    }

    /** Answers from where on the stream is to be told again. */
    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        Deadline deadline =
                () -> Duration.ofMillis(context.getRemainingTimeInMillis()).minus(MARGIN);
        List<StreamsEventResponse.BatchItemFailure> failures = new ArrayList<>();
        List<Entry> counted = new ArrayList<>();
        Counting counting = new Counting(environment, deadline);
        for (List<Told> told : byMember(event).values()) {
            ProfileId member = told.getFirst().member();
            try {
                List<Entry> entries =
                        told.stream().map(Told::text).map(Entry::parse).toList();
                counting.of(member, entries);
                counted.addAll(entries);
            } catch (RuntimeException e) {
                Log.failure(context.getLogger(), "figures of profile " + member, e);
                failures.add(new StreamsEventResponse.BatchItemFailure(
                        told.getFirst().sequenceNumber()));
            }
        }
        if (!counted.isEmpty()) {
            Metrics.emit(out, namespace, getClass(), environment.clock().instant(), MovementMetrics.of(counted));
        }
        return new StreamsEventResponse(failures);
    }

    /** An entry that the stream tells of. */
    private record Told(String sequenceNumber, ProfileId member, String text) {}

    private static Map<ProfileId, List<Told>> byMember(DynamodbEvent event) {
        Map<ProfileId, List<Told>> byMember = new LinkedHashMap<>();
        for (DynamodbEvent.DynamodbStreamRecord record : event.getRecords()) {
            // Whatever else was done to the ledger is no movement, and for the verifier to find.
            if (record.getEventName().equals(PUT)) {
                String text = text(record.getDynamodb().getNewImage(), "entry");
                ProfileId member = ProfileId.of(text(record.getDynamodb().getKeys(), "profile_id"));
                byMember.computeIfAbsent(member, id -> new ArrayList<>())
                        .add(new Told(record.getDynamodb().getSequenceNumber(), member, text));
            }
        }
        return byMember;
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name))
                .map(AttributeValue::getS)
                .orElseThrow(() -> new IllegalArgumentException("an entry without its " + name));
    }
}
