package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class RewardUpdateTest {

    private final Api api = Api.shared();
    private final String profile = api.profile();
    private final long definition = api.definition();

    @Test
    void whatRemainsCanBeSetToNothingAndAboveTheInitialValue() {
        JsonNode reward = api.reward(profile, definition, "");
        JsonNode spent = update(reward, "{'value_remaining':0}").data();
        assertThat(spent.get("is_active").asBoolean()).isFalse();
        assertThat(balance()).isEqualTo("0");
        JsonNode refilled = update(reward, "{'value_remaining':'25.50'}").data();
        assertThat(refilled.get("value_remaining").asText()).isEqualTo("25.5");
        assertThat(refilled.get("value_initial").asInt()).isEqualTo(10);
        assertThat(refilled.get("is_active").asBoolean()).isTrue();
        assertThat(balance()).isEqualTo("25.5");
        assertThat(update(reward, "{'value_initial':30}")
                        .data()
                        .get("value_remaining")
                        .asText())
                .isEqualTo("25.5");
    }

    @Test
    void aSpentRewardCanBeRefilled() {
        JsonNode reward = api.reward(profile, definition, "");
        api.post("/profiles/" + profile + "/redeem", "{'amount':10}");
        assertThat(update(reward, "{'value_remaining':4}").status()).isEqualTo(200);
        assertThat(balance()).isEqualTo("4");
    }

    @Test
    void anExpiryIsOnTheWallClockOfTheRewardsOwnZone() {
        JsonNode reward = api.reward(profile, definition, ",'issued_at':'2024-01-01'");
        JsonNode after = update(reward, "{'expires_at':'2024-12-05 08:30:00','timezone':'UTC'}")
                .data();
        assertThat(after.get("expires_at").asText()).isEqualTo("2024-12-04 21:30:00");
        assertThat(after.get("timezone").asText()).isEqualTo("Australia/Melbourne");
        JsonNode same = update(reward, "{'expires_at':'2024-12-04 21:30:00'}").data();
        assertThat(same.get("expires_local_at").asText()).isEqualTo("2024-12-05 08:30:00");
        assertThat(update(reward, "{'expires_at':'2023-12-31'}").errors()).containsExactly("expires_at");
    }

    @Test
    void anExpiredRewardIsOpenAgainWithWhatItHeld() {
        JsonNode reward = api.reward(
                profile, definition, ",'issued_at':'2024-01-01','expires_at':'2024-02-01','value_remaining':6");
        assertThat(balance()).isEqualTo("0");
        JsonNode reopened = update(reward, "{'expires_at':'2090-01-01'}").data();
        assertThat(reopened.get("is_active").asBoolean()).isTrue();
        assertThat(reopened.get("value_remaining").asInt()).isEqualTo(6);
        assertThat(balance()).isEqualTo("6");
        assertThat(update(reward, "{'expires_at':'2024-03-01'}")
                        .data()
                        .get("is_expired")
                        .asBoolean())
                .isTrue();
        assertThat(balance()).isEqualTo("0");
    }

    @Test
    void itsOwnAnswerSentBackChangesNothing() {
        JsonNode before = api.reward(
                profile,
                definition,
                ",'meta':{'a':1.10},'expires_at':'2089-07-01','external_id':'" + Api.unique() + "'");
        JsonNode after = update(before, before.toString()).data();
        assertThat(without(after, "version", "updated_at")).isEqualTo(without(before, "version", "updated_at"));
    }

    @Test
    void metaIsUnsetByNullAndOtherwiseKept() {
        JsonNode reward = api.reward(profile, definition, ",'meta':{'a':1}");
        assertThat(update(reward, "{'value_remaining':1}").data().at("/meta/a").asInt())
                .isEqualTo(1);
        assertThat(update(reward, "{'meta':null}").data().get("meta").isNull()).isTrue();
        assertThat(update(reward, "{'meta':[2]}").data().at("/meta/0").asInt()).isEqualTo(2);
    }

    @Test
    void anAnswerReadBeforeARedemptionBringsNothingBack() {
        JsonNode before = api.reward(profile, definition, "");
        api.post("/profiles/" + profile + "/redeem", "{'amount':10}");
        Answer stale = update(before, before.toString());
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().get("message").asText()).isNotEmpty();
        assertThat(balance()).isEqualTo("0");
        JsonNode now = api.get(path(before)).data();
        assertThat(now.get("version").asInt()).isEqualTo(2);
        assertThat(update(now, now.toString()).status()).isEqualTo(200);
        assertThat(balance()).isEqualTo("0");
    }

    @Test
    void ofManyAtOnceThatNameOneVersionOneComesThrough() {
        JsonNode reward = api.reward(profile, definition, "");
        List<Integer> statuses = Together.statuses(
                6, i -> update(reward, "{'value_remaining':" + (i + 1) + ",'version':" + reward.get("version") + "}"));
        assertThat(statuses).containsExactly(200, 409, 409, 409, 409, 409);
    }

    @Test
    void everyFaultyFieldIsNamed() {
        JsonNode reward = api.reward(profile, definition, "");
        assertThat(update(reward, "{'value_initial':0,'value_remaining':-0.01,'expires_at':[],'meta':7,'version':'x'}")
                        .errors())
                .containsExactlyInAnyOrder("value_initial", "value_remaining", "expires_at", "meta", "version");
        assertThat(api.get(path(reward)).data()).isEqualTo(reward);
    }

    private Answer update(JsonNode reward, String body) {
        return api.put(path(reward), body);
    }

    private static String path(JsonNode reward) {
        return "/rewards/" + reward.get("id").asText();
    }

    private static ObjectNode without(JsonNode object, String... names) {
        return object.<ObjectNode>deepCopy().without(List.of(names));
    }

    private String balance() {
        return api.get("/profiles/" + profile + "/balances")
                .data()
                .get("reward_balance")
                .asText();
    }
}
