package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenTest {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final Api api = Api.shared();

    @Test
    void aNewTokenIsShownBareWithItsSecretOnce() {
        Answer created = create("'name':'till','scopes':['read-rewards','any word','é 🎂']");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().fieldNames()).toIterable().containsExactly("accessToken", "token");
        JsonNode token = created.json().get("token");
        assertThat(token.get("id").isTextual()).isTrue();
        assertThat(token.get("revoked").asBoolean(true)).isFalse();
        assertThat(token.get("scopes").toString()).isEqualTo("[\"read-rewards\",\"any word\",\"é 🎂\"]");
        String secret = created.json().get("accessToken").asText();
        Answer list = api.get("/auth/access-tokens");
        assertThat(list.json().isArray()).isTrue();
        assertThat(list.json()).contains(token);
        assertThat(list.text()).doesNotContain(secret);
    }

    @Test
    void aTokenLastsAYearUnlessItSaysOtherwise() {
        JsonNode usual =
                create("'name':'a','scopes':['*'],'expires_at':null").json().get("token");
        LocalDateTime created = LocalDateTime.parse(usual.get("created_at").asText(), TIME);
        assertThat(LocalDateTime.parse(usual.get("expires_at").asText(), TIME)).isEqualTo(created.plusYears(1));
        assertThat(create("'name':'a','scopes':['*'],'expires_at':'2090-01-01T00:00:00+10:00'")
                        .json()
                        .at("/token/expires_at")
                        .asText())
                .isEqualTo("2089-12-31 14:00:00");
        assertThat(create("'name':'a','scopes':['*'],'expires_at':'2020-01-01'").errors())
                .containsExactly("expires_at");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'name':'a'                         | scopes",
                "'name':'a','scopes':'*'            | scopes",
                "'name':'a','scopes':{}             | scopes",
                "'name':'a','scopes':[1]            | scopes.0",
                "'name':'a','scopes':['*',null]     | scopes.1",
                "'name':'a','scopes':['*','']       | scopes.1",
                "'name':['a'],'scopes':['*']        | name",
                "'name':null,'scopes':['*']         | name"
            })
    void aTokenThatCanBeNoneIsRefused(String body, String field) {
        assertThat(create(body).errors()).containsExactly(field);
    }

    @Test
    void scopesAreOf4000CharactersAtMost() {
        String most = String.join("','", Collections.nCopies(16, "s".repeat(250)));
        assertThat(create("'name':'a','scopes':['" + most + "']").status()).isEqualTo(201);
        assertThat(create("'name':'a','scopes':['" + most + "','t']").errors()).containsExactly("scopes");
        String many = String.join("','", Collections.nCopies(201, "s"));
        assertThat(create("'name':'a','scopes':['" + many + "']").errors()).containsExactly("scopes");
    }

    @Test
    void namesMayRepeat() {
        JsonNode one = create("'name':'same','scopes':[]").json();
        JsonNode other = create("'name':'same','scopes':[]").json();
        assertThat(one.get("accessToken")).isNotEqualTo(other.get("accessToken"));
    }

    @Test
    void aRevokedTokenIsOutWithTheNextRequest() {
        JsonNode created = create("'name':'a','scopes':['*']").json();
        Api till = api.with(created.get("accessToken").asText());
        String id = created.at("/token/id").asText();
        Answer verified = till.get("/auth/verify");
        assertThat(verified.status()).isEqualTo(200);
        assertThat(verified.text()).isEmpty();
        assertThat(till.delete("/auth/api-tokens/" + id).status()).isEqualTo(204);
        for (String path : List.of("/auth/verify", "/rewards", "/rewards/x")) {
            Answer answer = till.get(path);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.text()).isEqualTo("{\"message\":\"Unauthenticated.\"}");
        }
        assertThat(ids("current")).doesNotContain(id);
        assertThat(ids("expired")).contains(id);
        assertThat(api.delete("/auth/api-tokens/" + id).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({"x", "local", "%2e", "0000000000000000000000000000000000000000000000000000000000000000", "a%20b"})
    void whatIsNoTokenCanNotBeRevoked(String id) {
        assertThat(api.delete("/auth/api-tokens/" + id).status()).isEqualTo(404);
    }

    @Test
    void aBearerMayKnowItsOwnTokenWhateverItsScopes() {
        JsonNode created = create("'name':'till','scopes':['read-nothing']").json();
        Answer own = api.with(created.get("accessToken").asText()).get("/auth/api-tokens/current");

        assertThat(own.status()).isEqualTo(200);
        assertThat(own.json()).isEqualTo(created.get("token"));
        assertThat(api.with("nobody's").get("/auth/api-tokens/current").status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST   | /rewards/definitions   | create-reward-definitions",
                "GET    | /reward-definitions    | read-reward-definitions",
                "GET    | /rewards/definitions/0 | read-reward-definitions",
                "PUT    | /rewards/definitions/0 | update-reward-definitions",
                "DELETE | /rewards/definitions/0 | delete-reward-definitions",
                "POST   | /rewards               | create-rewards",
                "GET    | /rewards               | read-rewards",
                "GET    | /profiles/x/rewards/1  | read-rewards",
                "PUT    | /rewards/0             | update-rewards",
                "DELETE | /profiles/x/rewards/0  | delete-rewards",
                "POST   | /points/definitions    | create-point-definitions",
                "GET    | /points/definitions    | read-point-definitions",
                "GET    | /points/definitions/0  | read-point-definitions",
                "PUT    | /points/definitions/0  | update-point-definitions",
                "DELETE | /points/definitions/0  | delete-point-definitions",
                "POST   | /points                | create-points",
                "GET    | /points                | read-points",
                "GET    | /profiles/x/points     | read-points",
                "GET    | /points/0              | read-points",
                "PUT    | /profiles/x/points/0   | update-points",
                "POST   | /profiles              | create-profiles",
                "GET    | /profiles              | read-profiles",
                "PUT    | /profiles/x            | update-profiles",
                "DELETE | /profiles/x            | delete-profiles",
                "GET    | /profiles/x/balances   | read-profiles",
                "POST   | /profiles/x/redeem     | redeem-strategy",
                "POST   | /profiles/x/redemptions | redeem-strategy",
                "GET    | /redemptions           | read-redemptions",
                "GET    | /redemptions/0         | read-redemptions",
                "GET    | /profiles/x/redemptions/reward/1/count | read-redemptions",
                "POST   | /rewards/extend        | update-rewards",
                "POST   | /redemptions/1/return   | return",
                "POST   | /redemptions/1/reversal | return",
                "GET    | /profiles/x/ledgers    | read-ledgers",
                "GET    | /profiles/x/ledgers/1  | read-ledgers",
                "GET    | /profiles/x/ledgers/verify | read-ledgers",
                "POST   | /transactions          | create-transactions",
                "GET    | /transactions/0        | read-transactions",
                "GET    | /transactions/external/x | read-transactions",
                "PUT    | /transactions/0        | update-transactions",
                "POST   | /transactions/update-create | update-transactions",
                "DELETE | /transactions/0        | delete-transactions",
                "GET    | /settings              | read-settings",
                "GET    | /settings/currency     | read-settings",
                "PUT    | /settings/x            | update-settings",
                "GET    | /birthday-runs         | read-settings",
                "GET    | /birthday-runs/2026-01-01 | read-settings",
                "POST   | /auth/api-tokens       | create-tokens",
                "GET    | /auth/access-tokens    | read-tokens",
                "DELETE | /auth/api-tokens/x     | delete-tokens"
            })
    void aRouteTakesItsOwnScopeAndNoOther(String method, String path, String scope) {
        assertThat(send(method, path, scope).status()).isNotIn(401, 403, 405, 500);
        Answer refused = send(method, path, "x-" + scope + "','" + scope + "s','read-nothing");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).isEqualTo("{\"message\":\"This action is unauthorized.\"}");
    }

    private Answer send(String method, String path, String scopes) {
        String secret = create("'name':'a','scopes':['" + scopes + "']")
                .json()
                .get("accessToken")
                .asText();
        return api.with(secret).send(method, path, Optional.empty());
    }

    private List<String> ids(String type) {
        return api.get("/auth/access-tokens?type=" + type)
                .json()
                .valueStream()
                .map(token -> token.get("id").asText())
                .toList();
    }

    private Answer create(String body) {
        return api.post("/auth/api-tokens", "{" + body + "}");
    }
}
