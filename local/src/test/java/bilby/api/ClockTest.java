package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.LocalServer;
import bilby.local.Options;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the time that passes does, on a server whose clock is moved. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClockTest {

    private final LocalServer server = LocalServer.start(Options.free(Api.template()));
    private final Api api = Api.of(server);
    private String profile = "";

    @BeforeEach
    void startAtNoonOfTheFifth() {
        setClock("2024-12-05T01:00:00Z");
        profile = api.profile();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aRewardCountsToItsLastSecondAndNotAfterIt() {
        JsonNode reward = api.reward(profile, api.definition(), ",'expires_at':'2024-12-06 12:00:00'");
        setClock("2024-12-06T00:59:59Z");
        assertThat(balance()).isEqualTo(10);
        setClock("2024-12-06T01:00:01Z");
        assertThat(balance()).isEqualTo(0);
        assertThat(api.post(redeem(), "{'amount':1}").status()).isEqualTo(422);
        JsonNode expired = api.get(path(reward)).data();
        assertThat(expired.get("is_expired").asBoolean()).isTrue();
        assertThat(expired.get("is_active").asBoolean()).isFalse();
        assertThat(expired.get("value_remaining").asInt()).isEqualTo(10);
        assertThat(api.get("/profiles/" + profile + "/rewards").data()).hasSize(1);
    }

    @Test
    void anExpiredRewardIsOpenAgainWithWhatItHeldWhenItExpired() {
        JsonNode reward = api.reward(profile, api.definition(), ",'expires_at':'2024-12-06 12:00:00'");
        api.post(redeem(), "{'amount':4}");
        setClock("2024-12-08T01:00:00Z");
        api.reward(profile, api.definition(), ",'value_initial':1");
        assertThat(balance()).isEqualTo(1);
        JsonNode reopened = api.put(path(reward), "{'expires_at':'2024-12-31'}").data();
        assertThat(reopened.get("value_remaining").asInt()).isEqualTo(6);
        assertThat(reopened.get("is_active").asBoolean()).isTrue();
        assertThat(balance()).isEqualTo(7);
    }

    @Test
    void pointsCountFromTheirIssueToTheirLastSecondAndNotAfterIt() {
        JsonNode points = api.points(profile, ",'issued_at':'2024-12-05 02:00:00','expires_at':'2024-12-06 12:00:00'")
                .data();
        assertThat(points.get("status").asText()).isEqualTo("pending");
        assertThat(pointBalance()).isEqualTo(0);
        assertThat(api.post(redeem(), "{'amount':1}").status()).isEqualTo(422);
        setClock("2024-12-05T02:00:00Z");
        assertThat(status(points)).isEqualTo("active");
        assertThat(api.post(redeem(), "{'amount':4}").status()).isEqualTo(201);
        setClock("2024-12-06T11:59:59Z");
        assertThat(pointBalance()).isEqualTo(60);
        setClock("2024-12-06T12:00:01Z");
        assertThat(pointBalance()).isEqualTo(0);
        assertThat(status(points)).isEqualTo("expired");
        assertThat(api.post(redeem(), "{'amount':1}").status()).isEqualTo(422);
        JsonNode expired = api.get("/profiles/" + profile + "/points").data().get(0);
        assertThat(expired.get("value_remaining").asInt()).isEqualTo(60);
        assertThat(api.put("/points/" + points.get("id").asText(), "{'expires_at':null}")
                        .data()
                        .get("status")
                        .asText())
                .isEqualTo("active");
        assertThat(pointBalance()).isEqualTo(60);
    }

    @Test
    void pointsExpireByTheDayOfUtcWhateverTheDayIsForTheirMember() {
        setClock("2024-12-05T13:30:00Z");
        long definition = api.pointDefinition(",'issue_period':1,'issue_period_type':'days'")
                .data()
                .get("id")
                .asLong();
        JsonNode points =
                api.points(profile, ",'point_definition_id':" + definition).data();
        assertThat(points.get("issued_at").asText()).startsWith("2024-12-05 13:30:");
        assertThat(points.get("expires_at").asText()).isEqualTo("2024-12-06 23:59:59");
    }

    @Test
    void aRewardIssuedForLaterCountsFromThen() {
        JsonNode reward = api.reward(profile, api.definition(), ",'issued_at':'2024-12-07'");
        assertThat(reward.get("is_active").asBoolean()).isFalse();
        assertThat(balance()).isEqualTo(0);
        assertThat(api.post(redeem(), "{'amount':1}").status()).isEqualTo(422);
        setClock("2024-12-06T13:00:00Z");
        assertThat(balance()).isEqualTo(10);
        assertThat(api.post(redeem(), "{'amount':10,'strict':true}").status()).isEqualTo(201);
    }

    @Test
    void anExpiryOfTheDefinitionsPeriodIsCountedFromTheLocalDay() {
        setClock("2024-12-05T13:30:00Z");
        JsonNode reward = api.reward(profile, api.definition(), "");
        assertThat(reward.get("issued_local_at").asText()).startsWith("2024-12-06 00:30:");
        assertThat(reward.get("expires_local_at").asText()).isEqualTo("2025-01-05 23:59:59");
        assertThat(reward.get("expires_at").asText()).isEqualTo("2025-01-05 12:59:59");
    }

    @Test
    void aWalletsTimeDoesNotRunBack() {
        setClock("2024-12-07T01:00:00Z");
        JsonNode reward = api.reward(profile, api.definition(), ",'issued_at':'2024-12-01','expires_at':'2024-12-06'");
        setClock("2024-12-05T01:00:00Z");
        assertThat(balance()).isEqualTo(0);
        assertThat(api.get(path(reward)).data().get("is_expired").asBoolean()).isTrue();
    }

    @Test
    void anExpiredTokenIsOut() {
        JsonNode created = api.post(
                        "/auth/api-tokens", "{'name':'a','scopes':['*'],'expires_at':'2024-12-06 01:00:00'}")
                .json();
        Api till = api.with(created.get("accessToken").asText());
        assertThat(till.get("/auth/verify").status()).isEqualTo(200);
        setClock("2024-12-06T01:00:01Z");
        assertThat(till.get("/auth/verify").status()).isEqualTo(401);
        assertThat(till.get("/rewards").text()).isEqualTo("{\"message\":\"Unauthenticated.\"}");
        assertThat(api.get("/auth/access-tokens?type=expired").json())
                .extracting(token -> token.get("id"))
                .contains(created.at("/token/id"));
        assertThat(api.get("/auth/access-tokens?type=current").json())
                .extracting(token -> token.get("id"))
                .doesNotContain(created.at("/token/id"));
    }

    @Test
    void aBirthdayIsCountedInTheMembersOwnZone() {
        JsonNode melburnian = api.post(
                        "/profiles",
                        "{'first_name':'A','birth_day':6,'birth_month':12,'birth_year':1990,'timezone':'Australia/Melbourne'}")
                .data();
        assertThat(melburnian.get("birth_days").asInt()).isEqualTo(1);
        assertThat(melburnian.get("next_birthday").asText()).isEqualTo("2024-12-06");
        setClock("2024-12-05T13:00:00Z");
        assertThat(birthDays(melburnian)).isEqualTo(0);
        setClock("2024-12-06T13:00:00Z");
        assertThat(birthDays(melburnian)).isEqualTo(364);
    }

    private void setClock(String now) {
        assertThat(api.setClock("{'now':'" + now + "'}").status()).isEqualTo(200);
    }

    private int birthDays(JsonNode person) {
        return api.get("/profiles/" + person.get("id").asText())
                .data()
                .get("birth_days")
                .asInt();
    }

    private int balance() {
        return api.get("/profiles/" + profile + "/balances")
                .data()
                .get("reward_balance")
                .asInt();
    }

    private int pointBalance() {
        return api.get("/profiles/" + profile + "/balances")
                .data()
                .get("point_balance")
                .asInt();
    }

    private String status(JsonNode points) {
        return api.get("/points/" + points.get("id").asText())
                .data()
                .get("status")
                .asText();
    }

    private String redeem() {
        return "/profiles/" + profile + "/redeem";
    }

    private static String path(JsonNode reward) {
        return "/rewards/" + reward.get("id").asText();
    }
}
