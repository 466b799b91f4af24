package bilby.functions.birthday;

import bilby.birthday.BirthdayOutcome;
import bilby.birthday.BirthdayRun;
import bilby.birthday.PartReport;
import bilby.functions.http.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What came of the birthdays of one date (docs/api.md §8). Everything is counted in rewards but the parts. */
public final class BirthdayRunJson {

    /** So many problems are told of a run; the others are counted. */
    private static final int MOST_PROBLEMS = 100;

    private BirthdayRunJson() {}

    public static ObjectNode of(BirthdayRun run) {
        Map<BirthdayOutcome, Long> counts = run.counts();
        ObjectNode json = Json.object();
        json.put("date", run.date().toString());
        json.put("planned", counts.values().stream().mapToLong(Long::longValue).sum());
        json.put("issued", counts.getOrDefault(BirthdayOutcome.ISSUED, 0L));
        json.put("already_had", counts.getOrDefault(BirthdayOutcome.ALREADY_HAD, 0L));
        ObjectNode reasons = Json.object();
        long skipped = 0;
        for (Map.Entry<BirthdayOutcome, Long> count : counts.entrySet()) {
            if (count.getKey().isSkip()) {
                reasons.put(count.getKey().word(), count.getValue());
                skipped += count.getValue();
            }
        }
        json.put("skipped", skipped);
        json.set("skipped_reasons", reasons);
        json.put("failed", counts.getOrDefault(BirthdayOutcome.FAILED, 0L));
        ArrayNode problems = json.putArray("problems");
        run.problems().stream()
                .limit(MOST_PROBLEMS)
                .map(BirthdayRunJson::problem)
                .forEach(problems::add);
        json.putObject("parts").put("planned", run.planned()).put("done", run.done());
        json.set("created_at", Json.of(run.plannedAt()));
        json.set("updated_at", Json.of(run.updatedAt()));
        return json;
    }

    private static ObjectNode problem(PartReport.Problem problem) {
        ObjectNode json = Json.object();
        json.put("profile_id", problem.profileId().toString());
        json.put("reward_definition_id", problem.definitionId());
        json.put("reason", problem.outcome().word());
        return json;
    }
}
