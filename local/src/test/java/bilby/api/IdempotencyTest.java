package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Idempotency keys (docs/api.md §9). */
class IdempotencyTest {

    private final Api api = Api.shared();
    private final String profile = api.profile();
    private final long definition = api.definition();
    private final String key = Api.unique();
    private final Api keyed = api.with("Idempotency-Key", key);

    @Test
    void theSameRequestAgainIsAnsweredByteForByteAndNothingMoves() {
        api.reward(profile, definition, "");

        Answer first = redeem(keyed, "4");
        Answer again = redeem(keyed, "4");

        assertThat(first.status()).isEqualTo(201);
        assertThat(isReplayed(first)).isFalse();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(isReplayed(again)).isTrue();
        assertThat(balance()).isEqualTo(6);
    }

    @Test
    void aRequestThatWouldBeRefusedByNowIsReplayedAllTheSame() {
        api.reward(profile, definition, "");

        Answer first = redeem(keyed, "10");
        Answer again = redeem(keyed, "10");

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(redeem(api, "10").errors()).containsExactly("amount");
    }

    @Test
    void whatTheRequestItselfMadeUniqueDoesNotStandInItsWay() {
        String body = "{'profile_id':'" + profile + "','timezone':'Australia/Melbourne','reward_definition_id':"
                + definition + ",'external_id':'" + key + "'}";

        Answer first = keyed.post("/rewards", body);
        Answer again = keyed.post("/rewards", body);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(balance()).isEqualTo(10);
    }

    @Test
    void anotherRequestUnderTheKeyIsRefusedAndChangesNothing() {
        api.reward(profile, definition, "");
        redeem(keyed, "4");

        assertThat(redeem(keyed, "5").errors()).containsExactly("Idempotency-Key");
        assertThat(keyed.post("/profiles/" + profile + "/redemptions", "{'amount':4}")
                        .errors())
                .containsExactly("Idempotency-Key");
        assertThat(keyed.put("/profiles/" + profile, "{'first_name':'Eve'}").errors())
                .containsExactly("Idempotency-Key");
        // Also where the other request would be refused by itself.
        assertThat(redeem(keyed, "'x'").errors()).containsExactly("Idempotency-Key");
        assertThat(balance()).isEqualTo(6);
    }

    @Test
    void aRefusalLeavesNoKeyBehind() {
        assertThat(redeem(keyed, "4").status()).isEqualTo(422);
        api.reward(profile, definition, "");

        assertThat(redeem(keyed, "4").status()).isEqualTo(201);
    }

    @Test
    void aDryRunLeavesNoKeyBehind() {
        api.reward(profile, definition, "");
        String path = "/profiles/" + profile + "/redeem?dry_run=1";

        assertThat(keyed.post(path, "{'amount':4}").status()).isEqualTo(200);
        assertThat(redeem(keyed, "4").status()).isEqualTo(201);
    }

    @Test
    void keysAreOfTheirToken() {
        api.reward(profile, definition, "");
        String other = api.post("/auth/api-tokens", "{'name':'till','scopes':['*']}")
                .json()
                .path("accessToken")
                .asText();
        redeem(keyed, "4");

        Answer others = redeem(api.with(other).with("Idempotency-Key", key), "4");

        assertThat(isReplayed(others)).isFalse();
        assertThat(balance()).isEqualTo(2);
    }

    @Test
    void everyChangeOfARecordTakesAKey() {
        Answer created = keyed("/profiles", "{'first_name':'Twin'}");
        String id = created.data().path("id").asText();
        keyedTwice("PUT", "/profiles/" + id, "{'first_name':'Changed'}");
        String made = Api.unique();
        Answer definitionMade = keyed(
                "/rewards/definitions", "{'name':'Ten','handle':'" + made + "','value':10,'period':30,'type':'bonus'}");
        long definitionId = definitionMade.data().path("id").asLong();
        keyedTwice("PUT", "/rewards/definitions/" + definitionId, "{'name':'Eleven'}");
        long reward = api.reward(id, definitionId, "").path("id").asLong();
        keyedTwice("PUT", "/rewards/" + reward, "{'value_remaining':7}");
        keyedTwice("DELETE", "/rewards/definitions/" + definitionId, "");
        keyedTwice("DELETE", "/rewards/" + reward, "");
        long redemption = api.redemption(id);
        Answer sale = keyed("/transactions", Api.saleBody(",'profile_id':'" + id + "','redemption_id':" + redemption));
        long saleId = sale.data().path("id").asLong();
        keyedTwice("PUT", "/transactions/" + saleId, "{'is_void':true}");
        keyedTwice("DELETE", "/transactions/" + saleId, "");
        keyedTwice("DELETE", "/profiles/" + id, "");
    }

    @Test
    void onceTheProfileIsDeletedTheKeyAnswers404AndStaysTaken() {
        api.reward(profile, definition, "");
        redeem(keyed, "10");
        api.delete("/profiles/" + profile + "?force=1");

        assertThat(redeem(keyed, "10").status()).isEqualTo(404);
        assertThat(keyed.post("/profiles", "{'first_name':'New'}").status()).isEqualTo(422);
    }

    @Test
    void aKeyOfAMovementIsAClashWithARequestThatIsAboutNoWallet() {
        api.reward(profile, definition, "");
        redeem(keyed, "10");

        assertThat(keyed.definition("").errors()).containsExactly("Idempotency-Key");
        assertThat(keyed.put("/settings/timezone", "{'value':'Europe/London'}").errors())
                .containsExactly("Idempotency-Key");
        assertThat(keyed.delete("/rewards/definitions/" + definition).errors()).containsExactly("Idempotency-Key");
    }

    @Test
    void sendsAtOnceMoveOnceAndAreAnsweredAlike() {
        api.reward(profile, definition, "");

        List<Answer> answers = Together.call(20, number -> redeem(keyed, "1"));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        Set<String> texts = answers.stream().map(Answer::text).collect(Collectors.toSet());
        assertThat(texts).hasSize(1);
        assertThat(answers.stream().filter(answer -> !isReplayed(answer))).hasSize(1);
        assertThat(balance()).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"k", " ~!@#$%^&*()_+{}|:<>?", "0123456789"})
    void anyPrintableCharactersMakeAKey(String text) {
        api.reward(profile, definition, "");
        Api own = api.with("Idempotency-Key", key + text);

        assertThat(redeem(own, "1").text()).isEqualTo(redeem(own, "1").text());
    }

    /** Two headers of one name come joined by a comma: they must not make a key of their own. */
    @ParameterizedTest
    @ValueSource(strings = {"k,k", "k, k", "k,", ","})
    void aKeyThatMayBeTwoIsRefusedAndNothingMoves(String text) {
        api.reward(profile, definition, "");

        Answer refused = redeem(api.with("Idempotency-Key", text), "4");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/Idempotency-Key/0").asText()).contains("comma");
        assertThat(balance()).isEqualTo(10);
    }

    /** What cannot be kept could not be replayed either. */
    @Test
    void aRequestWhoseAnswerIsTooLongToBeKeptMovesNothing() {
        long extendable =
                api.definition(",'is_extendable':true").data().path("id").asLong();
        Random random = new Random(1);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String noise = random.ints(15_000, 'A', 'z')
                    .filter(Character::isLetter)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
            ids.add(api.reward(profile, extendable, ",'meta':['" + noise + "']")
                    .path("id")
                    .asText());
        }
        String body = "{'profile_id':'" + profile + "','ids':[" + String.join(",", ids) + "],'extend_days':1}";

        assertThat(keyed.post("/rewards/extend", body).errors()).containsExactly("Idempotency-Key");
        assertThat(api.get("/rewards/" + ids.getFirst())
                        .data()
                        .get("extended_at")
                        .isNull())
                .isTrue();
        assertThat(api.post("/rewards/extend", body).status()).isEqualTo(200);
    }

    @Test
    void tokensAreMadeWithoutKeys() {
        Answer first = keyed.post("/auth/api-tokens", "{'name':'till','scopes':[]}");
        Answer again = keyed.post("/auth/api-tokens", "{'name':'till','scopes':[]}");

        assertThat(again.json().path("accessToken")).isNotEqualTo(first.json().path("accessToken"));
    }

    @Test
    void whatBecameOfARewardSinceDoesNotChangeWhatItsIssueWasAnswered() {
        String body = "{'profile_id':'" + profile + "','timezone':'UTC','reward_definition_id':" + definition + "}";
        Answer first = keyed.post("/rewards", body);
        String path = "/rewards/" + first.data().get("id");
        api.put(path, "{'value_remaining':3}");
        assertThat(keyed.post("/rewards", body).text()).isEqualTo(first.text());
        api.delete(path);
        assertThat(keyed.post("/rewards", body).text()).isEqualTo(first.text());
        assertThat(api.get(path).status()).isEqualTo(404);
    }

    @Test
    void whatBecameOfADefinitionSinceDoesNotEither() {
        String body = "{'profile_id':'" + profile + "','timezone':'UTC','reward_definition_id':" + definition + "}";
        Answer first = keyed.post("/rewards", body);
        String path = "/rewards/definitions/" + definition;
        api.put(path, "{'name':'Another','value':99}");
        assertThat(keyed.post("/rewards", body).text()).isEqualTo(first.text());
        api.delete(path);
        Answer again = keyed.post("/rewards", body);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(api.post("/rewards", body).errors()).containsExactly("reward_definition_id");
        assertThat(balance()).isEqualTo(10);
    }

    @Test
    void aRedemptionIsReplayedThoughItHasBeenReversed() {
        api.reward(profile, definition, "");
        Answer first = redeem(keyed, "4");
        api.post("/redemptions/" + first.data().get("id") + "/reversal", "");

        assertThat(redeem(keyed, "4").text()).isEqualTo(first.text());
        assertThat(balance()).isEqualTo(10);
    }

    @Test
    void anExtensionIsReplayedThoughARewardIsExtendedOnce() {
        JsonNode extendable = api.definition(",'is_extendable':true").data();
        JsonNode reward = api.reward(profile, extendable.get("id").asLong(), "");
        String body = "{'profile_id':'" + profile + "','ids':[" + reward.get("id") + "],'extend_days':1}";

        keyed("/rewards/extend", body);
        assertThat(api.post("/rewards/extend", body).errors()).containsExactly("ids.0");
    }

    @Test
    void returnsReversalsPointsAndSettingsTakeKeysToo() {
        keyed("/redemptions/" + api.redemption(profile) + "/return", "{'amount':4}");
        keyed("/redemptions/" + api.redemption(profile) + "/reversal", "");
        Answer points =
                keyed("/points", "{'profile_id':'" + profile + "','point_definition_id':1,'value_initial':100}");
        keyedTwice("PUT", "/points/" + points.data().get("id"), "{'value_remaining':7}");
        Answer made = keyed("/points/definitions", "{'name':'Summer','handle':'" + Api.unique() + "'}");
        keyedTwice("PUT", "/points/definitions/" + made.data().get("id"), "{'name':'Winter'}");
        keyedTwice("DELETE", "/points/definitions/" + made.data().get("id"), "");
        keyedTwice("PUT", "/settings/birthday.catch_up_days", "{'value':'7'}");
    }

    @Test
    void aStaleVersionLeavesNoKeyBehind() {
        JsonNode reward = api.reward(profile, definition, "");
        redeem(api, "4");
        String path = "/rewards/" + reward.get("id");

        assertThat(keyed.put(path, reward.toString()).status()).isEqualTo(409);
        assertThat(keyed.put(path, reward.toString()).status()).isEqualTo(409);
        Answer taken = keyed.put(path, "{'value_remaining':5}");
        assertThat(taken.status()).isEqualTo(200);
        assertThat(isReplayed(taken)).isFalse();
        assertThat(keyed.put(path, reward.toString()).errors()).containsExactly("Idempotency-Key");
        assertThat(balance()).isEqualTo(5);
    }

    @Test
    void aVersionThatItsOwnRequestMadeStaleIsReplayed() {
        JsonNode reward = api.reward(profile, definition, "");

        keyedTwice(
                "PUT", "/rewards/" + reward.get("id"), "{'value_remaining':5,'version':" + reward.get("version") + "}");
        assertThat(balance()).isEqualTo(5);
    }

    private Answer keyed(String path, String body) {
        return keyedTwice("POST", path, body);
    }

    private Answer keyedTwice(String method, String path, String body) {
        Api own = api.with("Idempotency-Key", Api.unique());
        Answer first = send(own, method, path, body);
        Answer again = send(own, method, path, body);
        assertThat(first.status()).as(first.text()).isBetween(200, 299);
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(isReplayed(again)).isTrue();
        return first;
    }

    private static Answer send(Api api, String method, String path, String body) {
        return switch (method) {
            case "POST" -> api.post(path, body);
            case "PUT" -> api.put(path, body);
            default -> api.delete(path);
        };
    }

    private Answer redeem(Api through, String amount) {
        return through.post("/profiles/" + profile + "/redeem", "{'amount':" + amount + "}");
    }

    private static boolean isReplayed(Answer answer) {
        return answer.headers().firstValue("Idempotent-Replayed").isPresent();
    }

    private double balance() {
        return api.get("/profiles/" + profile + "/balances")
                .data()
                .path("reward_balance")
                .asDouble();
    }
}
