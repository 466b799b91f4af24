package bilby.functions.batch;

import bilby.batch.Batch;
import bilby.batch.BatchOutcome;
import bilby.batch.BatchRow;
import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Environment;
import bilby.functions.http.Json;
import bilby.functions.profile.ProfileImport;
import bilby.functions.profile.ProfileMatch;
import bilby.store.Key;
import bilby.store.Plan;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a row asks for: the operation that a request of its own would ask for. */
interface RowOperation {

    /** What to read first, besides the settings. */
    List<Key<?>> keys();

    /** The commit that does it, or what is wrong with it. */
    Plan<Answer> plan(Attempt attempt);

    /** What has come of the row once this has been committed. */
    BatchOutcome outcome(Answer answer);

    static RowOperation of(Environment environment, Batch batch, BatchRow.Waiting row) {
        ObjectNode body = (ObjectNode) Json.stored(row.body());
        return switch (batch.kind()) {
            case REWARDS -> new RewardRow(environment.store(), batch.namedBy(), body);
            case PROFILES ->
                new ProfileRow(
                        new ProfileImport(
                                environment.store(),
                                batch.namedBy().flatMap(ProfileMatch::of).orElseThrow(),
                                environment.newProfileId(),
                                body),
                        environment.clock());
        };
    }
}
