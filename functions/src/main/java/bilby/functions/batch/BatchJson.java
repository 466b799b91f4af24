package bilby.functions.batch;

import bilby.batch.Batch;
import bilby.batch.BatchKind;
import bilby.batch.BatchOutcome;
import bilby.batch.BatchRow;
import bilby.functions.http.Answer;
import bilby.functions.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** What came of a batch, row by row (docs/api.md §3). */
final class BatchJson {

    /** So many faulty fields are told of a row, so that 500 rows fit one answer. */
    private static final int MOST_FIELDS = 20;

    private static final String PENDING = "pending";
    private static final String FAILED = BatchOutcome.FAILED.word();

    private BatchJson() {}

    static ObjectNode of(Batch batch, List<BatchRow> rows) {
        ObjectNode json = Json.object();
        json.put("batch_id", batch.id().value());
        json.put("type", batch.kind().word());
        json.put("rows", batch.rows());
        ArrayNode results = Json.array();
        rows.stream().map(BatchJson::result).forEach(results::add);
        for (String status : statuses(batch.kind())) {
            json.put(
                    status,
                    results.valueStream()
                            .filter(result -> result.path("status").asText().equals(status))
                            .count());
        }
        json.put("is_done", rows.stream().allMatch(BatchRow::isDone));
        json.set("created_at", Json.of(batch.acceptedAt()));
        json.set("results", results);
        return json;
    }

    private static List<String> statuses(BatchKind kind) {
        List<BatchOutcome> outcomes = switch (kind) {
            case REWARDS -> List.of(BatchOutcome.ISSUED, BatchOutcome.REFUSED);
            case PROFILES -> List.of(BatchOutcome.CREATED, BatchOutcome.UPDATED, BatchOutcome.REFUSED);
        };
        return Stream.concat(outcomes.stream().map(BatchOutcome::word), Stream.of(FAILED, PENDING))
                .toList();
    }

    private static ObjectNode result(BatchRow row) {
        ObjectNode json = Json.object();
        json.put("row", row.number());
        return switch (row.state()) {
            case BatchRow.Waiting(String body, boolean hasFailed) -> json.put("status", hasFailed ? FAILED : PENDING);
            case BatchRow.Done(BatchOutcome outcome, String details) ->
                json.put("status", outcome.word()).setAll((ObjectNode) Json.stored(details));
        };
    }

    /** What is told of a row that was done or refused with this answer. */
    static String details(Answer answer) {
        JsonNode body = answer.body().orElseGet(Json::object);
        ObjectNode details = Json.object();
        if (body.has("data")) {
            JsonNode data = body.path("data");
            if (data.has("profile_id")) {
                details.set("reward_id", data.path("id"));
            }
            details.set("profile_id", data.has("profile_id") ? data.path("profile_id") : data.path("id"));
        } else {
            details.set("message", body.path("message"));
            ObjectNode errors = details.putObject("errors");
            body.path("errors").properties().stream()
                    .limit(MOST_FIELDS)
                    .forEach(field -> errors.set(field.getKey(), field.getValue()));
        }
        return Json.text(details);
    }
}
