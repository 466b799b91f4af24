package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Issuing, reading and deleting rewards. */
class RewardTest {

    private final Api api = Api.shared();
    private final String profile = api.profile();
    private final long definition = api.definition();

    @Test
    void whatIsNotSaidHasItsDefault() {
        JsonNode reward = api.reward(profile, definition, "");
        assertThat(reward.get("profile_id").asText()).isEqualTo(profile);
        assertThat(reward.get("value_initial").numberValue()).isEqualTo(10);
        assertThat(reward.get("value_remaining").numberValue()).isEqualTo(10);
        assertThat(reward.get("issued_at")).isEqualTo(reward.get("created_at"));
        assertThat(reward.get("expires_local_at").asText()).endsWith(" 23:59:59");
        assertThat(reward.get("is_active").asBoolean()).isTrue();
        assertThat(reward.get("is_expired").asBoolean()).isFalse();
        assertThat(reward.get("version").asInt()).isEqualTo(1);
        for (String name : new String[] {
            "extended_at", "external_id", "meta", "source_id", "source_type", "notify_issue_at", "notify_expiry_at"
        }) {
            assertThat(reward.get(name).isNull()).as(name).isTrue();
        }
        assertThat(api.get("/rewards/" + reward.get("id").asText()).data()).isEqualTo(reward);
    }

    @Test
    void everyFieldIsShown() {
        assertThat(api.reward(profile, definition, "").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "id",
                        "profile_id",
                        "timezone",
                        "value_initial",
                        "value_remaining",
                        "issued_at",
                        "expires_at",
                        "issued_local_at",
                        "expires_local_at",
                        "is_active",
                        "is_expired",
                        "extended_at",
                        "has_notified_issue",
                        "has_notified_expiry",
                        "has_notified_extend",
                        "notify_issue_at",
                        "notify_expiry_at",
                        "definition",
                        "external_id",
                        "meta",
                        "source_id",
                        "source_type",
                        "version",
                        "created_at",
                        "updated_at");
    }

    @Test
    void expiredAndSpentRewardsAreListedToo() {
        api.reward(profile, definition, ",'value_initial':1");
        api.post("/profiles/" + profile + "/redeem", "{'amount':1}");
        api.reward(profile, definition, ",'value_initial':2,'issued_at':'2020-01-01','expires_at':'2020-01-02'");

        assertThat(api.get("/profiles/" + profile + "/rewards")
                        .data()
                        .valueStream()
                        .map(row -> row.get("value_remaining").asText() + " "
                                + row.get("is_active").asText() + " "
                                + row.get("is_expired").asText()))
                .containsExactly("2 false true", "0 false false");
    }

    @Test
    void nullStandsForTheDefaultAndSoDoesTheEmptyTextButNotForANumbers() {
        JsonNode reward = api.reward(
                profile, definition, ",'value_initial':null,'value_remaining':null,'issued_at':null,'expires_at':''");
        assertThat(reward.get("value_remaining").numberValue()).isEqualTo(10);
    }

    @Test
    void numbersMayBeTexts() {
        JsonNode reward = api.post(
                        "/rewards",
                        "{'profile_id':'" + profile + "','timezone':'UTC','reward_definition_id':'" + definition
                                + "','value_initial':'7.5','value_remaining':'2'}")
                .data();
        assertThat(reward.get("value_initial").asText()).isEqualTo("7.5");
        assertThat(reward.get("value_remaining").numberValue()).isEqualTo(2);
        assertThat(balance()).isEqualTo("2");
    }

    @Test
    void theDefinitionMayBeNamedByItsHandle() {
        JsonNode named = api.definition("").data();
        String handle = "'reward_definition_handle':'" + named.get("handle").asText() + "'";
        assertThat(issue(handle).data().at("/definition/id")).isEqualTo(named.get("id"));
        assertThat(issue(handle + ",'reward_definition_id':" + named.get("id")).status())
                .isEqualTo(201);
        assertThat(issue(handle + ",'reward_definition_id':" + definition).errors())
                .containsExactly("reward_definition_handle");
    }

    @Test
    void anExternalIdIsUsedOnce() {
        String body = "'reward_definition_id':" + definition + ",'external_id':'é/ü 1 " + Api.unique() + "'";
        assertThat(Together.statuses(6, i -> issue(body))).containsExactly(201, 422, 422, 422, 422, 422);
        assertThat(issue(body).errors()).containsExactly("external_id");
        assertThat(balance()).isEqualTo("10");
    }

    @Test
    void aRewardIsFoundByItsExternalId() {
        String externalId = Api.unique();
        JsonNode reward = api.reward(profile, definition, ",'external_id':'" + externalId + "'");
        Answer found = api.get("/rewards?filter[external_id]=" + externalId);
        assertThat(found.data()).containsExactly(reward);
        assertThat(found.json().at("/meta/total").asInt()).isEqualTo(1);
        assertThat(api.get("/rewards?filter[external_id]=" + "a".repeat(3_000)).data())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':1.10,'b':[null,true,{'c':'é\uD83C\uDF82'}],'d':12345678901234567890,'e':0.000}",
                "[1.10,[]]",
                "{}"
            })
    void metaIsKeptAsSent(String meta) {
        String json = meta.replace('\'', '"');
        Answer created = issue("'reward_definition_id':" + definition + ",'meta':" + meta);
        assertThat(created.text()).contains("\"meta\":" + json);
        assertThat(api.get("/rewards/" + created.data().get("id").asText()).text())
                .contains("\"meta\":" + json);
    }

    @Test
    void metaOfMoreThan16KilobytesIsRefused() {
        assertThat(issue("'reward_definition_id':" + definition + ",'meta':{'a':'" + "é".repeat(8_200) + "'}")
                        .errors())
                .containsExactly("meta");
    }

    @Test
    void noRewardHoldsMoreThanItsDefinitionAllows() {
        String limited = "'reward_definition_id':"
                + api.definition(",'max_value':15").data().get("id").asText();
        assertThat(issue(limited + ",'value_initial':15.01").errors()).contains("value_initial");
        assertThat(issue(limited + ",'value_remaining':15.01").errors()).containsExactly("value_remaining");
        Answer reward = issue(limited + ",'value_initial':15");
        assertThat(reward.status()).isEqualTo(201);
        assertThat(api.put("/rewards/" + reward.data().get("id").asText(), "{'value_remaining':16}")
                        .errors())
                .containsExactly("value_remaining");
    }

    @Test
    void theProfileInThePathStandsForTheOneInTheBody() {
        String path = "/profiles/" + profile + "/rewards";
        JsonNode created = api.post(
                        path,
                        "{'profile_id':'" + api.profile() + "','timezone':'UTC','reward_definition_id':" + definition
                                + "}")
                .data();
        assertThat(created.get("profile_id").asText()).isEqualTo(profile);
        String id = "/" + created.get("id").asText();
        assertThat(api.get(path + id).text()).isEqualTo(api.get("/rewards" + id).text());
        assertThat(api.get(path).data()).containsExactly(created);
        assertThat(api.put(path + id, "{'value_remaining':3}")
                        .data()
                        .get("value_remaining")
                        .asInt())
                .isEqualTo(3);
        assertThat(api.delete(path + id).status()).isEqualTo(204);
        assertThat(api.get("/rewards" + id).status()).isEqualTo(404);
    }

    @Test
    void anotherProfilesRewardIsNotFound() {
        String id = api.reward(profile, definition, "").get("id").asText();
        String path = "/profiles/" + api.profile() + "/rewards/" + id;
        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(api.put(path, "{'value_remaining':3}").status()).isEqualTo(404);
        assertThat(api.delete(path).status()).isEqualTo(404);
        assertThat(api.get("/profiles/" + profile.toUpperCase(Locale.ROOT) + "/rewards/" + id)
                        .status())
                .isEqualTo(200);
        assertThat(balance()).isEqualTo("10");
    }

    @Test
    void aDeletedOneLeavesTheBalanceAndTheLists() {
        String externalId = Api.unique();
        String id = api.reward(profile, definition, ",'external_id':'" + externalId + "'")
                .get("id")
                .asText();
        assertThat(Together.statuses(4, i -> api.delete("/rewards/" + id))).containsExactly(204, 404, 404, 404);
        assertThat(api.get("/rewards/" + id).status()).isEqualTo(404);
        assertThat(api.put("/rewards/" + id, "{'value_remaining':3}").status()).isEqualTo(404);
        assertThat(balance()).isEqualTo("0");
        assertThat(api.get("/profiles/" + profile + "/rewards").data()).isEmpty();
        assertThat(api.get("/rewards?filter[external_id]=" + externalId).data()).isEmpty();
        assertThat(api.post("/profiles/" + profile + "/redeem", "{'amount':1}").status())
                .isEqualTo(422);
    }

    @Test
    void theLargestAmountsAddUp() {
        for (int i = 0; i < 2; i++) {
            api.reward(profile, definition, ",'value_initial':9999999999.99");
        }
        assertThat(balance()).isEqualTo("19999999999.98");
        assertThat(api.post("/profiles/" + profile + "/redeem", "{'amount':'9999999999.99'}")
                        .data()
                        .get("total")
                        .asText())
                .isEqualTo("9999999999.99");
        assertThat(issue("'reward_definition_id':" + definition + ",'value_initial':10000000000")
                        .errors())
                .contains("value_initial");
    }

    private Answer issue(String more) {
        return api.post("/rewards", "{'profile_id':'" + profile + "','timezone':'Australia/Melbourne'," + more + "}");
    }

    private String balance() {
        return api.get("/profiles/" + profile + "/balances")
                .data()
                .get("reward_balance")
                .asText();
    }
}
