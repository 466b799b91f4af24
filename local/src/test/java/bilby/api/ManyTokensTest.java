package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import bilby.local.LocalServer;
import bilby.local.Options;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** Tokens whose list would be more than a function can answer: 400, each of 4,000 quotes, which take 16 KB of an answer. */
class ManyTokensTest {

    private static final int MANY = 400;

    @Test
    void asManyAreListedAsAnAnswerHoldsTheNewestFirstAndRevokingThemShowsTheOthers() {
        try (LocalServer server = LocalServer.start(Options.free(Api.template()))) {
            Api api = Api.of(server);
            String scopes = String.join("','", Collections.nCopies(16, "\\\"".repeat(250)));
            for (int i = 0; i < MANY; i++) {
                assertThat(api.post("/auth/api-tokens", "{'name':'t','scopes':['" + scopes + "']}")
                                .status())
                        .isEqualTo(201);
            }

            Answer first = api.get("/auth/access-tokens?type=current");

            assertThat(first.status()).isEqualTo(200);
            assertThat(first.json().size()).isBetween(200, MANY - 1);
            for (JsonNode token : first.json()) {
                api.delete("/auth/api-tokens/" + token.get("id").asText());
            }
            assertThat(api.get("/auth/access-tokens?type=current").json().size())
                    // The token that came with the server is left too.
                    .isEqualTo(MANY + 1 - first.json().size());
        }
    }
}
