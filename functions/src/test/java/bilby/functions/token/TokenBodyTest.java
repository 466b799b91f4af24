package bilby.functions.token;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.functions.http.Json;
import bilby.functions.http.Parsed;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenBodyTest {

    private static final Instant NOW = Instant.parse("2024-12-05T10:00:00Z");

    @Test
    void theScopesAreKeptAsSentWhateverTheirWords() {
        TokenBody body = valid("{'name':'till 7','scopes':['read-rewards','blah blah','*']}");
        assertThat(body.name()).isEqualTo("till 7");
        assertThat(body.scopes()).isEqualTo(List.of("read-rewards", "blah blah", "*"));
    }

    @Test
    void theExpiryIsOneYearFromNowUnlessItIsSent() {
        assertThat(valid("{'name':'n','scopes':['*']}").expiresAt()).isEqualTo("2025-12-05T10:00:00Z");
        assertThat(valid("{'name':'n','scopes':['*'],'expires_at':null}").expiresAt())
                .isEqualTo("2025-12-05T10:00:00Z");
    }

    @Test
    void theExpiryIsReadAsUtc() {
        assertThat(valid("{'name':'n','scopes':[],'expires_at':'2024-12-05 10:00:01'}")
                        .expiresAt())
                .isEqualTo("2024-12-05T10:00:01Z");
        assertThat(valid("{'name':'n','scopes':[],'expires_at':'2025-01-01T00:00:00+11:00'}")
                        .expiresAt())
                .isEqualTo("2024-12-31T13:00:00Z");
    }

    @Test
    void anExpiryThatIsNotInTheFutureIsRefused() {
        assertThat(errors("{'name':'n','scopes':['*'],'expires_at':'2024-12-05 10:00:00'}"))
                .isEqualTo(json("{'expires_at':['The expires at must be in the future.']}"));
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        assertThat(errors("{'expires_at':'tomorrow'}").properties())
                .extracting(field -> field.getKey())
                .containsExactly("name", "scopes", "expires_at");
        assertThat(errors("{'name':7,'scopes':['read-rewards',5,'']}").properties())
                .extracting(field -> field.getKey())
                .containsExactly("name", "scopes.1", "scopes.2");
        assertThat(errors("{'name':'n','scopes':'*'}")).isEqualTo(json("{'scopes':['The scopes must be an array.']}"));
    }

    private static TokenBody valid(String body) {
        return switch (TokenBody.parse(json(body), NOW)) {
            case Parsed.Valid<TokenBody>(TokenBody value) -> value;
            case Parsed.Invalid<TokenBody> invalid -> throw new AssertionError(invalid);
        };
    }

    private static JsonNode errors(String body) {
        return switch (TokenBody.parse(json(body), NOW)) {
            case Parsed.Valid<TokenBody> valid -> throw new AssertionError(valid);
            case Parsed.Invalid<TokenBody> invalid -> {
                assertThat(invalid.answer().status()).isEqualTo(422);
                yield invalid.answer().body().orElseThrow().required("errors");
            }
        };
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Json.stored(text.replace('\'', '"'));
    }
}
