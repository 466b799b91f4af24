package bilby.functions.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private final Progress progress = new Progress(7, 1, 2, 3, 8, 6);
    private final ObjectNode line = Metrics.line("Bilby/dev", Instant.ofEpochSecond(1_770_688_800), progress.metrics());

    /** By the specification of CloudWatch's embedded metric format. */
    @Test
    void aLineIsInTheEmbeddedMetricFormat() {
        assertThat(line.at("/_aws/Timestamp").asLong()).isEqualTo(1_770_688_800_000L);
        assertThat(line.at("/_aws/CloudWatchMetrics")).hasSize(1);
        JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");
        assertThat(directive.path("Namespace").asText()).isEqualTo("Bilby/dev");
        assertThat(directive.path("Dimensions").toString()).isEqualTo("[[]]");
        assertThat(directive.path("Metrics")).hasSizeBetween(1, 100).allSatisfy(metric -> {
            assertThat(metric.path("Name").asText()).isNotEmpty();
            assertThat(line.path(metric.path("Name").asText()).isNumber()).isTrue();
        });
        assertThat(line.toString()).doesNotContain("\n");
    }

    @Test
    void itSaysHowTheWalkWent() {
        assertThat(line.path("WalletsVerified").asInt()).isEqualTo(7);
        assertThat(line.path("WalletDifferences").asInt()).isEqualTo(1);
        assertThat(line.path("WalletsSkipped").asInt()).isEqualTo(2);
        assertThat(line.path("LotsExpired").asInt()).isEqualTo(3);
        assertThat(line.path("WalkCoverage").asInt()).isEqualTo(75);
    }

    @Test
    void noSegmentsAreNoCoverage() {
        assertThat(Progress.NONE.metrics()).containsEntry("WalkCoverage", 0L);
    }
}
