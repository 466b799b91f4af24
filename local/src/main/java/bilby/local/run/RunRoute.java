package bilby.local.run;

import bilby.local.gateway.Answer;
import bilby.local.gateway.Call;
import bilby.local.lambda.LambdaFunction;
import bilby.local.lambda.Outcome;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code POST /_local/functions/<LogicalId>} gives a function the body as its event, and answers what it answered.
 * {@code POST /_local/schedules/<LogicalId>} runs a function as its schedules do, now, one after the other, also those
 * that are disabled; {@code ?event=<name>} takes the one of this name only. Both answer when the function has ended, the
 * second when the queues that it may have filled are empty too.
 */
public final class RunRoute {

    private static final Pattern PATH = Pattern.compile("/_local/(functions|schedules)/([^/]+)");
    private static final Pattern EVENT = Pattern.compile("event=(\\w+)");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Map<String, LambdaFunction> functions;
    private final InstantSource clock;
    private final Backlog backlog;
    private final RunReport report;

    /**
     * @param functions all functions, by their logical ids
     * @param backlog what a scheduled run is not over without
     * @param report what is answered after a scheduled run
     */
    public RunRoute(Map<String, LambdaFunction> functions, InstantSource clock, Backlog backlog, RunReport report) {
        this.functions = functions;
        this.clock = clock;
        this.backlog = backlog;
        this.report = report;
    }

    /** The answer, if this call is for a function or its schedules. */
    public Optional<Answer> answer(Call call) throws InterruptedException {
        Matcher path = PATH.matcher(call.path());
        return path.matches() ? Optional.of(answer(call, path.group(1), path.group(2))) : Optional.empty();
    }

    private Answer answer(Call call, String kind, String id) throws InterruptedException {
        if (!call.method().equals("POST")) {
            return Answer.message(405, "The method is not allowed for this path.")
                    .with("allow", "POST");
        }
        LambdaFunction function = functions.get(id);
        if (function == null) {
            return Answer.message(404, "There is no such function.");
        }
        return kind.equals("functions") ? invoke(function, call.body()) : runSchedules(function, call.query());
    }

    private static Answer invoke(LambdaFunction function, byte[] body) throws InterruptedException {
        if (body.length > LambdaFunction.PAYLOAD_BYTES) {
            return Answer.message(413, "Request Entity Too Large");
        }
        byte[] event = body.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : body;
        if (!isJson(event)) {
            return Answer.message(400, "The body must be JSON.");
        }
        return switch (function.invoke(event)) {
            case Outcome.Answered(String json) -> Answer.json(200, json);
            case Outcome.Failed(String error) -> failed(error);
        };
    }

    private Answer runSchedules(LambdaFunction function, String query) throws InterruptedException {
        Matcher event = EVENT.matcher(query);
        if (!query.isEmpty() && !event.matches()) {
            return Answer.message(400, "The query can be event=<name> only.");
        }
        List<ScheduledFunction> schedules = ScheduledFunction.of(function)
                .filter(it -> query.isEmpty() || it.schedule().event().equals(event.group(1)))
                .toList();
        if (schedules.isEmpty()) {
            return Answer.message(404, "The function has no such schedule.");
        }
        return runAll(schedules);
    }

    /** Up to the first that fails; the report is of what the last answered. */
    private Answer runAll(List<ScheduledFunction> schedules) throws InterruptedException {
        String data = "null";
        for (ScheduledFunction schedule : schedules) {
            switch (schedule.run(clock.instant())) {
                case Outcome.Answered(String json) -> data = json;
                case Outcome.Failed(String error) -> {
                    return failed(error);
                }
            }
        }
        if (!backlog.isDone(PATIENCE)) {
            return Answer.message(504, "The queues are not empty after " + PATIENCE.toMinutes() + " minutes.");
        }
        String function = schedules.getFirst().function().definition().id();
        return Answer.json(200, "{\"data\":" + report.of(function, data) + "}");
    }

    private static boolean isJson(byte[] body) {
        try {
            return !JSON.readTree(body).isMissingNode();
        } catch (IOException e) {
            return false;
        }
    }

    private static Answer failed(String error) {
        return Answer.json(500, "{\"message\":\"The function failed.\",\"error\":\"" + error + "\"}");
    }
}
