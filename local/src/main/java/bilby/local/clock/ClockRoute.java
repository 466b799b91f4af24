package bilby.local.clock;

import bilby.local.gateway.Answer;
import bilby.local.gateway.Call;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** {@code GET} and {@code PUT /_local/clock}: reads and moves the time that functions see. */
public final class ClockRoute {

    private static final String PATH = "/_local/clock";
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalClock clock;

    public ClockRoute(LocalClock clock) {
        this.clock = clock;
    }

    /** The answer, if this call is for the clock. */
    public Optional<Answer> answer(Call call) {
        return call.path().equals(PATH) ? Optional.of(answerByMethod(call)) : Optional.empty();
    }

    private Answer answerByMethod(Call call) {
        return switch (call.method()) {
            case "GET" -> now();
            case "PUT" -> move(call.body());
            default ->
                Answer.message(405, "The method is not allowed for this path.").with("allow", "GET, PUT");
        };
    }

    private Answer now() {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("data").put("now", clock.instant().toString());
        return Answer.json(200, body.toString());
    }

    private Answer move(byte[] body) {
        Optional<JsonNode> json = parsed(body);
        if (json.isEmpty()) {
            return Answer.message(400, "The body must be a JSON object.");
        }
        boolean isSet = json.get().hasNonNull("now");
        boolean isAdvanced = json.get().hasNonNull("advance");
        if (isSet && isAdvanced) {
            return invalid("advance", "The advance field cannot be given together with now.");
        }
        if (isSet) {
            return set(json.get().get("now").asText());
        }
        return isAdvanced
                ? advance(json.get().get("advance").asText())
                : invalid("now", "The now field is required when there is no advance field.");
    }

    private Answer set(String now) {
        try {
            return moveTo("now", Instant.parse(now));
        } catch (DateTimeException e) {
            return invalid("now", "The now field must be a time such as 2026-02-28T13:00:00Z.");
        }
    }

    private Answer advance(String duration) {
        try {
            return moveTo("advance", clock.instant().plus(Duration.parse(duration)));
        } catch (DateTimeException | ArithmeticException e) {
            return invalid("advance", "The advance field must be a duration such as P1DT2H.");
        }
    }

    private Answer moveTo(String field, Instant now) {
        if (now.isBefore(EARLIEST) || now.isAfter(LATEST)) {
            return invalid(field, "The " + field + " field must lead to a time from 1970 to 9999.");
        }
        clock.set(now);
        return now();
    }

    private static Optional<JsonNode> parsed(byte[] body) {
        try {
            return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Answer invalid(String field, String sentence) {
        ObjectNode body = JSON.createObjectNode().put("message", sentence);
        body.putObject("errors").putArray(field).add(sentence);
        return Answer.json(422, body.toString());
    }
}
