package bilby.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.lambda.Outcome;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchAnswerTest {

    private static final Set<String> IDS = Set.of("a", "b", "c");

    @Test
    void whatIsReportedFailed() {
        assertThat(failed("{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"},{\"itemIdentifier\":\"c\"}]}"))
                .containsExactlyInAnyOrder("a", "c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "{\"batchItemFailures\":null}", "{\"batchItemFailures\":[]}"})
    void anAnswerThatReportsNothingIsASuccess(String answer) {
        assertThat(failed(answer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
                "{\"batchItemFailures\":[{\"itemId\":\"a\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"},{\"itemIdentifier\":\"d\"}]}",
            })
    void anAnswerThatCannotBeUnderstoodIsAFailureOfTheBatch(String answer) {
        assertThat(failed(answer)).isEqualTo(IDS);
    }

    @Test
    void aFunctionThatReportsNoFailuresSucceedsOrFailsAsAWhole() {
        String report = "{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"}]}";

        assertThat(BatchAnswer.failed(new Outcome.Answered(report), IDS, false)).isEmpty();
        assertThat(BatchAnswer.failed(new Outcome.Failed("Error"), IDS, false)).isEqualTo(IDS);
    }

    @Test
    void aFunctionThatFailsHandlesNoMessage() {
        assertThat(BatchAnswer.failed(new Outcome.Failed("Error"), IDS, true)).isEqualTo(IDS);
    }

    private static Set<String> failed(String answer) {
        return BatchAnswer.failed(new Outcome.Answered(answer), IDS, true);
    }
}
