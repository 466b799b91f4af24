package bilby.functions.batch;

import bilby.batch.Batch;
import bilby.batch.BatchId;
import bilby.functions.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A message that asks for some rows of a batch to be done.
 *
 * @param rows their numbers
 */
record BatchMessage(BatchId batch, List<Integer> rows) {

    /** So many rows are done one after the other: rows that stand together are often about the same member. */
    private static final int MOST = 10;

    /** The messages, in JSON, that ask for these rows. */
    static List<String> of(BatchId batch, List<Integer> rows) {
        List<String> messages = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += MOST) {
            messages.add(new BatchMessage(batch, rows.subList(from, Math.min(rows.size(), from + MOST))).write());
        }
        return messages;
    }

    private String write() {
        ObjectNode json = Json.object();
        json.put("batch", batch.value());
        ArrayNode numbers = json.putArray("rows");
        rows.forEach(numbers::add);
        return Json.text(json);
    }

    /**
     * Reads what {@link #of} wrote.
     *
     * @throws IllegalArgumentException if it is nothing that we wrote
     */
    static BatchMessage read(String message) {
        JsonNode json = Json.parse(message).orElseThrow(() -> new IllegalArgumentException("the message is no JSON"));
        List<Integer> rows = new ArrayList<>();
        for (JsonNode row : json.path("rows")) {
            if (!row.isInt() || row.asInt() < 0 || row.asInt() >= Batch.MOST_ROWS) {
                throw new IllegalArgumentException("the message names a row that there cannot be");
            }
            rows.add(row.asInt());
        }
        return new BatchMessage(new BatchId(json.path("batch").asText()), List.copyOf(rows));
    }
}
