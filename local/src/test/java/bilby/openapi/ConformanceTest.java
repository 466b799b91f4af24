package bilby.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not as openapi.yaml says is found. */
class ConformanceTest {

    private static final String PROOF = "{\"data\":{\"entries\":5,\"consistent\":true,\"first_difference\":null}}";
    private static final String VERIFY = "/api/v3/profiles/7c9e6679-7425-40de-944b-e07fc1f90ae7/ledgers/verify";
    private static final String REDEEM = "/api/v3/profiles/7c9e6679-7425-40de-944b-e07fc1f90ae7/redeem";
    private static final HttpHeaders JSON = headers(Map.of("Content-Type", "application/json"));

    private final Conformance conformance = new Conformance(Document.read(Path.of("../openapi.yaml")));

    @Test
    void whatIsAsItShouldBeHasNoFault() {
        assertThat(conformance.faults(answered(200, PROOF))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"count\":5,\"consistent\":true,\"first_difference\":null}}",
                "{\"data\":{\"entries\":5,\"consistent\":true}}",
                "{\"data\":{\"entries\":5,\"consistent\":true,\"first_difference\":null,\"more\":1}}",
                "{\"data\":{\"entries\":\"5\",\"consistent\":true,\"first_difference\":null}}",
                "{\"data\":{\"entries\":5,\"consistent\":true,\"first_difference\":null},\"meta\":{}}",
                "{\"entries\":5}",
                "no JSON",
                ""
            })
    void anAnswerOfAnotherShapeIsFound(String body) {
        assertThat(conformance.faults(answered(200, body))).isNotEmpty();
    }

    @Test
    void aStatusThatIsNotTheOperationsIsFound() {
        assertThat(conformance.faults(answered(202, PROOF))).isNotEmpty();
        assertThat(conformance.faults(answered(200, "{\"message\":\"Not Found\"}")))
                .isNotEmpty();
    }

    @Test
    void aContentTypeThatIsNotJsonIsFound() {
        assertThat(conformance.faults(new Exchange(
                        "GET", VERIFY, headers(Map.of()), Optional.empty(), 200, headers(Map.of()), PROOF)))
                .hasSize(1);
    }

    @Test
    void aBodyWhereThereShouldBeNoneIsFound() {
        assertThat(conformance.faults(
                        exchange("DELETE", "/api/v3/rewards/1", Optional.empty(), headers(Map.of()), 204, "{}")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"amount\":0}",
                "{\"amount\":\"4 dollars\"}",
                "{\"amount\":4,\"strategies\":[\"credits\"]}",
                "{\"amuont\":4}",
                "[]",
                "``"
            })
    void anAcceptedRequestThatTheDocumentDoesNotAllowIsFound(String body) {
        Exchange accepted = exchange("POST", REDEEM, Optional.of(body), headers(Map.of()), 200, "{}");

        assertThat(conformance.faults(accepted)).anyMatch(fault -> fault.startsWith("the request"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page[size]=0",
                "page[size]=x",
                "filter[colour]=red",
                "filter[expires_at][near]=2026-01-01",
                "sort=colour"
            })
    void anAcceptedParameterThatTheDocumentDoesNotAllowIsFound(String query) {
        Exchange accepted = exchange("GET", "/api/v3/rewards?" + query, Optional.empty(), headers(Map.of()), 200, "{}");

        assertThat(conformance.faults(accepted)).anyMatch(fault -> !fault.startsWith("the answer"));
    }

    @Test
    void anAcceptedKeyThatTheDocumentDoesNotAllowIsFound() {
        Exchange accepted = exchange(
                "DELETE",
                "/api/v3/rewards/1",
                Optional.empty(),
                headers(Map.of("Idempotency-Key", "one,two")),
                204,
                "");

        assertThat(conformance.faults(accepted)).hasSize(1);
    }

    @Test
    void anAnswerToARequestThatIsNoOperationsIsTheFallbacks() {
        String message = "{\"message\":\"Not Found\"}";

        assertThat(conformance.faults(exchange("GET", "/api/v3/x", Optional.empty(), headers(Map.of()), 404, message)))
                .isEmpty();
        assertThat(conformance.faults(exchange("GET", "/api/v3/x", Optional.empty(), headers(Map.of()), 200, message)))
                .hasSize(1);
    }

    private static Exchange answered(int status, String body) {
        return exchange("GET", VERIFY, Optional.empty(), headers(Map.of()), status, body);
    }

    private static Exchange exchange(
            String method, String target, Optional<String> body, HttpHeaders sent, int status, String answer) {
        return new Exchange(method, target, sent, body, status, JSON, answer);
    }

    private static HttpHeaders headers(Map<String, String> headers) {
        return HttpHeaders.of(
                headers.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))),
                (name, value) -> true);
    }
}
