package bilby.local.handlers;

import bilby.functions.http.Environment;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Answers with what its event said, and keeps it for the tests; throws if the event's detail says so. */
public final class Nightly implements RequestHandler<ScheduledEvent, Nightly.Report> {

    /** Each run's report, in order; no test but one at a time may make any. */
    public static final BlockingQueue<Report> REPORTS = new LinkedBlockingQueue<>();

    /**
     * What a run tells.
     *
     * @param time the event's, in ISO 8601
     * @param now the functions' clock's
     */
    public record Report(String source, String time, Map<String, Object> detail, String now) {}

    private final Environment environment;

    public Nightly(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Report handleRequest(ScheduledEvent event, Context context) {
        Report report = new Report(
                event.getSource(),
                event.getTime().toString(),
                event.getDetail(),
                environment.clock().instant().toString());
        REPORTS.add(report);
        if (event.getDetail().containsKey("throw")) {
            throw new IllegalStateException("as the event says");
        }
        return report;
    }
}
