package bilby.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsTest {

    /** By the specification of CloudWatch's embedded metric format. */
    @Test
    void aLineIsInTheEmbeddedMetricFormat() {
        ObjectNode line = Metrics.line(
                "Bilby/dev",
                Optional.of("MetricsTest"),
                Instant.ofEpochSecond(1_770_688_800),
                Map.of("Wallets", 7L, "Lots", 0L));

        assertThat(line.at("/_aws/Timestamp").asLong()).isEqualTo(1_770_688_800_000L);
        assertThat(line.at("/_aws/CloudWatchMetrics")).hasSize(1);
        JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");
        assertThat(directive.path("Namespace").asText()).isEqualTo("Bilby/dev");
        assertThat(directive.path("Dimensions").toString()).isEqualTo("[[\"Function\"]]");
        assertThat(line.path("Function").asText()).isEqualTo("MetricsTest");
        assertThat(directive.path("Metrics")).hasSize(2).allSatisfy(metric -> {
            assertThat(metric.path("Name").asText()).isNotEmpty();
            assertThat(line.path(metric.path("Name").asText()).isNumber()).isTrue();
        });
        assertThat(line.toString()).doesNotContain("\n");
    }

    @Test
    void whatIsTheWholeStacksHasNoDimension() {
        ObjectNode line = Metrics.line("Bilby/dev", Optional.empty(), Instant.EPOCH, Map.of("Conflicts", 1L));

        assertThat(line.at("/_aws/CloudWatchMetrics/0/Dimensions").toString()).isEqualTo("[[]]");
        assertThat(line.has("Function")).isFalse();
    }
}
