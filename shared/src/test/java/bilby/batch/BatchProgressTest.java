package bilby.batch;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.wallet.CommitId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BatchProgressTest {

    private static final Instant BEGUN = Instant.parse("2026-03-01T00:00:00Z");
    private static final BatchId ID = BatchId.ofCommit(new CommitId("0".repeat(32)));
    private static final BatchProgress STORING = BatchProgress.begun(ID, BEGUN);

    @Test
    void itIsForsakenAfterAnHourOfStoring() {
        assertThat(STORING.isForsaken(after(Duration.ofMinutes(59)))).isFalse();
        assertThat(STORING.isForsaken(after(Duration.ofHours(1)))).isTrue();
        assertThat(STORING.at(BatchProgress.Stage.ACCEPTED).isForsaken(after(Duration.ofHours(1))))
                .isFalse();
    }

    @Test
    void itIsLookedAtAfterAMinuteAndGivenUpAfterTwoWeeks() {
        assertThat(STORING.isDue(after(Duration.ofSeconds(59)))).isFalse();
        assertThat(STORING.isDue(after(Duration.ofMinutes(1)))).isTrue();
        assertThat(STORING.isGivenUp(after(Duration.ofDays(14).minusSeconds(1))))
                .isFalse();
        assertThat(STORING.isGivenUp(after(Duration.ofDays(14)))).isTrue();
    }

    @Test
    void eachStepIsAnotherVersion() {
        assertThat(STORING.at(BatchProgress.Stage.SENT))
                .isEqualTo(new BatchProgress(ID, 2, BatchProgress.Stage.SENT, BEGUN));
    }

    @Test
    void whatCameOfABatchIsKeptForThirtyDays() {
        Batch batch = new Batch(ID, BatchKind.REWARDS, Optional.empty(), 1, BEGUN);

        assertThat(batch.isKept(after(Duration.ofDays(30).minusSeconds(1)))).isTrue();
        assertThat(batch.isKept(after(Duration.ofDays(30)))).isFalse();
    }

    private static Instant after(Duration time) {
        return BEGUN.plus(time);
    }
}
