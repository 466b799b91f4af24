package bilby.functions.batch;

import bilby.batch.Batch;
import bilby.batch.BatchId;
import bilby.batch.BatchRow;
import bilby.functions.http.Answer;
import bilby.functions.http.Fields;
import bilby.functions.http.Json;
import bilby.functions.http.Parsed;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A batch as a request says it: the shape of the whole. What is wrong with a row is told with the row.
 *
 * @param namedBy what its rows name profiles by, if the request says it
 */
record BatchBody(Optional<String> namedBy, List<JsonNode> rows) {

    /** In bytes of JSON: a row is stored as an item, which has 400 KB at most. */
    private static final int LARGEST_ROW = 256 << 10;

    private static final String ROW = "row";

    /**
     * The rows of the field of this name, or all that is wrong with the fields.
     *
     * @param namedBy what the fields say that profiles are named by
     */
    static Parsed<BatchBody> parse(Fields fields, String name, Optional<String> namedBy) {
        fields.get(name).requiredList();
        Optional<JsonNode> list = fields.get(name).list(Batch.MOST_ROWS);
        return fields.parsed(
                () -> new BatchBody(namedBy, list.orElseThrow().valueStream().toList()));
    }

    /** The rows as they are stored. */
    List<BatchRow> toRows(BatchId batch, Instant acceptedAt) {
        Instant keptUntil = Batch.keptUntil(acceptedAt);
        List<BatchRow> stored = new ArrayList<>();
        for (JsonNode row : rows) {
            int number = stored.size();
            stored.add(
                    switch (text(row)) {
                        case Parsed.Valid<String>(String body) -> BatchRow.asking(batch, number, keptUntil, body);
                        case Parsed.Invalid<String>(Answer refusal) ->
                            BatchRow.refused(batch, number, keptUntil, BatchJson.details(refusal));
                    });
        }
        return stored;
    }

    private static Parsed<String> text(JsonNode row) {
        Fields fields = Fields.of(Json.object().set(ROW, row));
        fields.get(ROW).required().object(LARGEST_ROW);
        return fields.parsed(() -> Json.text(row));
    }
}
