package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no well-meaning client sends: none of them may be a fault of the server's. */
class OddRequestTest {

    private static final List<String> VALUES = List.of(
            "null",
            "''",
            "' '",
            "true",
            "-1",
            "0",
            "1e400",
            "1e-400",
            "-1e999999999",
            "9007199254740993",
            "'9999999999999999999999'",
            "'\\u0000'",
            "'\\ud83c'",
            "'🎂'",
            "'2026-02-30'",
            "'+999999999-12-31T00:00:00Z'",
            "'0000-00-00 00:00:00'",
            "[]",
            "[null]",
            "[[]]",
            "[{}]",
            "{}",
            "{'a':{}}");

    private final Api api = Api.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "handle",
                "value",
                "period",
                "type",
                "period_type",
                "absolute_expiry",
                "starts_at",
                "tags",
                "icon",
                "currency"
            })
    void anyValueOfAnyFieldOfADefinitionIsAnswered(String field) {
        for (String value : VALUES) {
            sound(value, api.definition(",'" + field + "':" + value));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profile_id",
                "timezone",
                "reward_definition_id",
                "reward_definition_handle",
                "value_initial",
                "value_remaining",
                "issued_at",
                "expires_at",
                "external_id",
                "meta"
            })
    void anyValueOfAnyFieldOfARewardIsAnswered(String field) {
        String body =
                "{'profile_id':'" + api.profile() + "','timezone':'UTC','reward_definition_id':" + api.definition();
        String reward = api.post("/rewards", body + "}").data().get("id").asText();
        for (String value : VALUES) {
            sound(value, api.post("/rewards", body + ",'" + field + "':" + value + "}"));
            sound(value, api.put("/rewards/" + reward, "{'" + field + "':" + value + "}"));
        }
        sound("version", api.put("/rewards/" + reward, "{'version':9223372036854775807}"));
        assertThat(api.get("/rewards/" + reward).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profile_id",
                "profile_id_handle",
                "redemption_id",
                "external_id",
                "total",
                "timezone",
                "transacted_at",
                "items",
                "payments",
                "tender",
                "tags",
                "is_void",
                "meta",
                "currency"
            })
    void anyValueOfAnyFieldOfASaleIsAnswered(String field) {
        String sale = "/transactions/" + api.sale("").data().get("id").asText();
        for (String value : VALUES) {
            sound(value, api.sale(",'" + field + "':" + value));
            sound(value, api.put(sale, "{'" + field + "':" + value + "}"));
        }
        assertThat(api.get(sale).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "first_name",
                "email",
                "mobile_phone",
                "birth_day",
                "birth_year",
                "timezone",
                "identities",
                "tags",
                "joined_at",
                "addresses",
                "attributes",
                "custom_fields"
            })
    void anyValueOfAnyFieldOfAProfileIsAnswered(String field) {
        String profile = "/profiles/" + api.profile();
        for (String value : VALUES) {
            sound(value, api.post("/profiles", "{'last_name':'A','" + field + "':" + value + "}"));
            sound(value, api.put(profile, "{'" + field + "':" + value + "}"));
        }
        assertThat(api.get(profile).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amount",
                "strategies",
                "strategy",
                "strict",
                "location_id",
                "transaction_external_id",
                "meta",
                "currency"
            })
    void anyValueOfAnyFieldOfARedemptionIsAnswered(String field) {
        String profile = api.profile();
        api.reward(profile, api.definition(), "");
        for (String value : VALUES) {
            sound(value, api.post("/profiles/" + profile + "/redeem", "{'amount':0.01,'" + field + "':" + value + "}"));
        }
        sound("list", api.get("/profiles/" + profile + "/redemptions"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rewards/%20",
                "/rewards/1%2F2",
                "/rewards/%F0%9F%8E%82",
                "/rewards/%FF%FE",
                "/rewards/1;x=1",
                "/rewards/..%2f..",
                "/profiles/%2e%2e",
                "/profiles/00000000-0000-4000-8000-00000000000%30/balances",
                "/transactions/external/%2F",
                "/transactions/external/a%2Fb",
                "/rewards/-1",
                "/rewards/1.0",
                "/rewards/9007199254740993",
                "/rewards/definitions/9999999999999999"
            })
    void anOddPathIsNotFound(String path) {
        assertThat(api.get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?",
                "?&&&",
                "?=1",
                "?page",
                "?page[size]",
                "?page[size]=1&page[size]=2",
                "?page[size]=%F0%9F%8E%82",
                "?page[cursor]=%00",
                "?page[cursor]=YWZ0ZXIg",
                "?page[cursor]=YWZ0ZXIgOTk5OTk5OTk5OTk5OTk5OTk5OTk5",
                "?filter",
                "?filter[",
                "?filter[id",
                "?filter[]=1",
                "?filter[external_id]=",
                "?filter[external_id]=%FF",
                "?filter[profile_id][in]=,,,",
                "?filter[created_at][gt]=9999-12-31",
                "?sort=",
                "?sort=-",
                "?sort=%00"
            })
    void anOddQueryIsAnswered(String query) {
        for (String path : List.of(
                "/rewards",
                "/transactions",
                "/redemptions",
                "/profiles",
                "/profiles/" + api.profile() + "/ledgers",
                "/rewards/definitions")) {
            sound(path + query, api.get(path + query));
        }
    }

    @Test
    void ofTwoFieldsOfOneNameTheLastCounts() {
        assertThat(api.definition(",'value':3,'value':4").data().get("value").asInt())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "PATCH", "TRACE"})
    void anotherMethodIsToldTheRightOnes(String method) {
        Answer answer = api.send(method, "/rewards", Optional.empty());
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).contains("GET, POST");
        assertThat(api.send(method, "/nowhere", Optional.empty()).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF{}", "{}{}", "{'a':1,}", "{'a':01}", "{'a':'\t'}", "'", "//", "{'a':tru}", "\u0000"})
    void whatIsNoJsonIsMalformed(String body) {
        Answer answer = api.post("/profiles", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("message").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; charset=utf-8",
                "APPLICATION/JSON",
                "application/vnd.api+json",
                "application/json;"
            })
    void everyKindOfJsonIsTaken(String type) {
        assertThat(api.send("POST", "/profiles", Optional.of("{\"first_name\":\"A\"}"), type)
                        .status())
                .isEqualTo(201);
    }

    private static void sound(String what, Answer answer) {
        assertThat(answer.status()).as(what).isLessThan(500).isNotIn(401, 403, 405);
        if (answer.status() == 422) {
            assertThat(answer.json().get("errors")).as(what).isNotEmpty();
        }
        if (answer.status() >= 400) {
            assertThat(answer.json().get("message").asText()).as(what).isNotEmpty();
        }
    }
}
