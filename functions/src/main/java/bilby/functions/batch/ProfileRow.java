package bilby.functions.batch;

import bilby.batch.BatchOutcome;
import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.profile.ProfileImport;
import bilby.store.Key;
import bilby.store.Plan;
import java.time.InstantSource;
import java.util.List;

/** A row that asks for a profile to be created, or to be updated if there is one that matches. */
record ProfileRow(ProfileImport profile, InstantSource clock) implements RowOperation {

    private static final int CREATED = 201;

    @Override
    public List<Key<?>> keys() {
        return profile.keys(clock.instant());
    }

    @Override
    public Plan<Answer> plan(Attempt attempt) {
        return profile.plan(attempt);
    }

    @Override
    public BatchOutcome outcome(Answer answer) {
        return answer.status() == CREATED ? BatchOutcome.CREATED : BatchOutcome.UPDATED;
    }
}
