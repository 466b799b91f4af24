package bilby.local.clock;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.gateway.Answer;
import bilby.local.gateway.Call;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockRouteTest {

    private Instant machine = Instant.parse("2026-01-01T00:00:00Z");
    private final LocalClock clock = new LocalClock(() -> machine);
    private final ClockRoute route = new ClockRoute(clock);

    @BeforeEach
    void theClockFollowsTheMachineAtFirst() {
        assertThat(clock.instant()).isEqualTo(machine);
    }

    @Test
    void theTimeIsRead() {
        assertThat(text(call("GET", ""))).isEqualTo("{\"data\":{\"now\":\"2026-01-01T00:00:00Z\"}}");
    }

    @Test
    void theTimeIsSetAndRunsOnFromThere() {
        Answer answer = call("PUT", "{\"now\":\"2026-02-28T13:00:00Z\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(text(answer)).isEqualTo("{\"data\":{\"now\":\"2026-02-28T13:00:00Z\"}}");
        machine = machine.plusSeconds(5);
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-02-28T13:00:05Z"));
    }

    @Test
    void theTimeIsAdvancedFromWhereItStands() {
        clock.set(Instant.parse("2027-01-01T00:00:00Z"));

        assertThat(text(call("PUT", "{\"advance\":\"P1DT2H\"}"))).contains("2027-01-02T02:00:00Z");
        assertThat(text(call("PUT", "{\"advance\":\"-P1D\"}"))).contains("2027-01-01T02:00:00Z");
        assertThat(Duration.between(machine, clock.instant())).isEqualTo(Duration.ofHours(365 * 24 + 2));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "{}; now",
                "{\"now\":null}; now",
                "{\"now\":\"tomorrow\"}; now",
                "{\"now\":\"12026-01-01T00:00:00Z\"}; now",
                "{\"now\":\"1969-12-31T23:59:59Z\"}; now",
                "{\"now\":5}; now",
                "{\"advance\":\"one day\"}; advance",
                "{\"advance\":\"P1Y\"}; advance",
                "{\"advance\":\"P9000000D\"}; advance",
                "{\"advance\":\"PT9223372036854775807S\"}; advance",
                "{\"now\":\"2026-02-28T13:00:00Z\",\"advance\":\"P1D\"}; advance",
            })
    void aFaultyFieldIsNamed(String body, String field) {
        Answer answer = call("PUT", body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(text(answer)).matches("\\{\"message\":\"(.+)\",\"errors\":\\{\"" + field + "\":\\[\"\\1\"]}}");
        assertThat(clock.instant()).isEqualTo(machine);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"{", "[]", "''", "1"})
    void aBodyThatIsNoObjectIsABadRequest(String body) {
        assertThat(call("PUT", body).status()).isEqualTo(400);
    }

    @Test
    void otherMethodsAreNotAllowed() {
        Answer answer = call("POST", "{}");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("allow", "GET, PUT");
    }

    @Test
    void otherPathsAreLeftToTheTemplate() {
        assertThat(route.answer(call("GET", "/_local/clock/", ""))).isEmpty();
    }

    private Answer call(String method, String body) {
        return route.answer(call(method, "/_local/clock", body)).orElseThrow();
    }

    private static Call call(String method, String path, String body) {
        return new Call(method, path, "", "HTTP/1.1", "127.0.0.1", Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
