package bilby.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.token.Token;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {

    @Test
    void anEmptyBodyIsAnEmptyObject() {
        assertThat(body("", "application/json")).isEqualTo(new Parsed.Valid<>(Json.object()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":       | application/json | 400",
                "{} {}         | application/json | 400",
                "[1]           | application/json | 422",
                "\"text\"      | application/json | 422",
                "null          | application/json | 422",
                "a=b           | application/x-www-form-urlencoded | 415",
                "{}            | text/plain       | 415"
            })
    void aBodyThatIsNoObjectIsRefused(String body, String type, int status) {
        assertThat(refusal(body(body, type)).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "APPLICATION/JSON",
                "application/vnd.api+json"
            })
    void jsonTypesAreTaken(String type) {
        assertThat(body("{\"a\":1}", type)).isInstanceOf(Parsed.Valid.class);
    }

    @Test
    void deepNestingIsNoJson() {
        assertThat(refusal(body("{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}", "application/json"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void moreThanOneMegabyteIsTooLarge() {
        assertThat(refusal(body("\"" + "a".repeat(Request.LARGEST_BODY) + "\"", "application/json"))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void aBase64BodyIsDecodedAndBrokenUtf8IsRefused() {
        APIGatewayV2HTTPEvent event = event("application/json");
        event.setIsBase64Encoded(true);
        event.setBody(Base64.getEncoder().encodeToString("{\"a\":1}".getBytes(StandardCharsets.UTF_8)));
        assertThat(Request.of(event).body()).isInstanceOf(Parsed.Valid.class);
        event.setBody(Base64.getEncoder().encodeToString(new byte[] {'{', (byte) 0xff, '}'}));
        assertThat(refusal(Request.of(event).body()).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer local", "bearer local", "BEARER  local"})
    void theBearerIsKnownByTheHashOfTheSecret(String header) {
        assertThat(requestWith(header).tokenId()).contains(Token.idOf("local"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic local", "Bearer", "Bearer ", "Bearer a b", "local"})
    void anythingElseIsNoToken(String header) {
        assertThat(requestWith(header).tokenId()).isEmpty();
    }

    private static Request requestWith(String authorization) {
        APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
        event.setHeaders(Map.of("Authorization", authorization));
        return Request.of(event);
    }

    private static Parsed<ObjectNode> body(String body, String type) {
        APIGatewayV2HTTPEvent event = event(type);
        event.setBody(body);
        return Request.of(event).body();
    }

    private static APIGatewayV2HTTPEvent event(String type) {
        APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
        event.setHeaders(Map.of("content-type", type));
        return event;
    }

    private static Answer refusal(Parsed<ObjectNode> parsed) {
        return switch (parsed) {
            case Parsed.Valid<ObjectNode> valid -> throw new AssertionError("taken: " + valid);
            case Parsed.Invalid<ObjectNode>(Answer answer) -> answer;
        };
    }
}
