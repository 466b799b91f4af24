package bilby.local.sqs;

import bilby.local.lambda.Outcome;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Set;

/** Reads which messages of its batch a function could not handle. */
public final class BatchAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private BatchAnswer() {}

    /**
     * The ids of the messages that failed: all of them where the function failed, or tells what cannot be understood.
     *
     * @param ids of the batch's messages
     * @param reportsFailures whether what the function answers says anything of its messages
     */
    public static Set<String> failed(Outcome.Ended outcome, Set<String> ids, boolean reportsFailures) {
        return switch (outcome) {
            case Outcome.Failed failed -> ids;
            case Outcome.Answered(String json) -> reportsFailures ? failed(json, ids) : Set.of();
        };
    }

    /** An answer of nothing, or without a list, is one without failures; so Lambda has it. */
    private static Set<String> failed(String json, Set<String> ids) {
        try {
            Set<String> failed = new HashSet<>();
            for (JsonNode failure : JSON.readTree(json).path("batchItemFailures")) {
                failed.add(failure.path("itemIdentifier").asText());
            }
            return ids.containsAll(failed) ? failed : ids;
        } catch (JsonProcessingException e) {
            return ids;
        }
    }
}
