package bilby.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsTest {

    private final List<String> lines = new ArrayList<>();
    private final Consumer<String> out = lines::add;

    /** By the specification of CloudWatch's embedded metric format. */
    @Test
    void aLineIsInTheEmbeddedMetricFormat() {
        Metrics.emit(
                out,
                "Bilby/dev",
                MetricsTest.class,
                Instant.ofEpochSecond(1_770_688_800),
                Map.of("Wallets", 7L, "Lots", 0L));

        JsonNode line = line();

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
        assertThat(lines).first().asString().doesNotContain("\n");
    }

    @Test
    void whatIsTheWholeStacksHasNoDimension() {
        Metrics.emit(out, "Bilby/dev", Instant.EPOCH, Map.of("Conflicts", 1L));

        JsonNode line = line();
        assertThat(line.at("/_aws/CloudWatchMetrics/0/Dimensions").toString()).isEqualTo("[[]]");
        assertThat(line.has("Function")).isFalse();
    }

    @Test
    void aFaultIsTheWholeStacksAndItsFunctionsToo() {
        Metrics.emitFault(out, "Bilby/dev", "bilby-dev-RedeemRewards-1X", Instant.EPOCH);

        JsonNode line = line();
        assertThat(line.at("/_aws/CloudWatchMetrics/0/Dimensions").toString()).isEqualTo("[[],[\"FunctionName\"]]");
        assertThat(line.path("FunctionName").asText()).isEqualTo("bilby-dev-RedeemRewards-1X");
        assertThat(line.path("Faults").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"201,false", "422,false", "499,false", "500,true", "503,false", "504,true"})
    void aFaultIsWhatIsAnswered5xxButWhereTheClientIsToComeAgain(int status, boolean isFault) {
        assertThat(Metrics.isFault(status)).isEqualTo(isFault);
    }

    /** The only line that was told. */
    private JsonNode line() {
        assertThat(lines).hasSize(1);
        try {
            return new ObjectMapper().readTree(lines.getFirst());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
