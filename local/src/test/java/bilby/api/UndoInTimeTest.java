package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import bilby.local.StillServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Returns and reversals after some time, and by other settings. Each test begins at noon of 10 March in Melbourne. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UndoInTimeTest {

    private static final Map<String, String> USUAL = Map.of(
            "returns.expired_value", "grace:30",
            "points.exchange_rate", "0.1",
            "redemption.strict", "false",
            "redemption.reversal_window_minutes", "10");

    /** What tells one member's answers from another's, and one second from the next. */
    private static final String OWN =
            "\"(?:id|profile_id|redemption_id|source_id|version|email|issued_at|issued_local_at"
                    + "|created_at|updated_at|redeem_at)\":(?:\"[^\"]*\"|\\d+|null)";

    private final StillServer server = StillServer.start();
    private final Api api = Api.of(server);
    private final long welcome = api.definition();
    private final long birthday = api.definition();
    private String profile = "";

    @BeforeEach
    void startAtNoonOfTheTenth() {
        server.setClock("2025-03-10T01:00:00Z");
        USUAL.forEach(this::set);
        profile = api.profile();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void whetherAnExpiryHasBeenRecordedMakesNoDifferenceToAnyAnswer() {
        Shopper unswept = new Shopper();
        Shopper swept = new Shopper();
        server.setClock("2025-03-20T01:00:00Z");

        String first = unswept.returnsAll();
        assertThat(actions(unswept.id)).doesNotContain("expire");
        assertThat(api.runSchedules("VerifyWallets").status()).isEqualTo(200);
        assertThat(actions(swept.id)).contains("expire");

        assertThat(swept.returnsAll()).isEqualTo(first);
        assertThat(api.proof(unswept.id).get("consistent").asBoolean()).isTrue();
        assertThat(api.proof(swept.id).get("consistent").asBoolean()).isTrue();
    }

    /** Somebody who has redeemed of what expires on the next days, wholly and in part, and of what does not. */
    private final class Shopper {

        private final String id = api.profile();
        private final long expiring = issue(welcome, 4, "2025-03-11");
        private final long expiringInPart;
        private final List<Long> redemptions;

        Shopper() {
            issue(birthday, 3, "2025-03-12");
            expiringInPart = issue(welcome, 8, "2025-03-13");
            api.points(id, ",'expires_at':'2025-03-12'");
            api.points(id, ",'value_initial':50");
            redemptions = List.of(
                    redeem(id, "'amount':12,'strategies':['rewards']"),
                    redeem(id, "'amount':11,'strategies':['points']"));
        }

        private long issue(long definition, int value, String expiresAt) {
            return api.reward(id, definition, ",'value_initial':" + value + ",'expires_at':'" + expiresAt + "'")
                    .path("id")
                    .asLong();
        }

        /** All that the API says of it. */
        String returnsAll() {
            StringBuilder said = new StringBuilder();
            for (long redemption : redemptions) {
                said.append(giveBack(redemption, "{'amount':5}").text());
                said.append(giveBack(redemption, "").text());
                said.append(api.get("/redemptions/" + redemption).text());
            }
            for (String path : List.of("/rewards", "/points", "/balances", "/redemptions")) {
                said.append(api.get("/profiles/" + id + path).data());
            }
            for (long reward : List.of(expiring, expiringInPart)) {
                said.append(api.put("/rewards/" + reward, "{'expires_at':'2025-12-31'}")
                        .text());
            }
            said.append(api.get("/profiles/" + id + "/balances").text());
            return said.toString().replace(id, "").replaceAll(OWN, "");
        }
    }

    @Test
    void whatHasExpiredComesBackForThirtyDaysOfItsOwnZone() {
        long reward = reward("'value_initial':4,'expires_at':'2025-03-11'");
        long redemption = redeem(profile, "'amount':3");
        server.setClock("2025-03-19T13:30:00Z");

        JsonNode data = giveBack(redemption, "").data();

        assertThat(data.get("total").asInt()).isEqualTo(3);
        assertThat(data.get("total_forfeited").asInt()).isZero();
        JsonNode grace = api.get("/rewards/" + data.at("/items/0/id").asText()).data();
        assertThat(grace.get("id").asLong()).isNotEqualTo(reward);
        assertThat(grace.get("issued_local_at").asText()).isEqualTo("2025-03-20 00:30:00");
        assertThat(grace.get("expires_local_at").asText()).isEqualTo("2025-04-19 23:59:59");
        assertThat(grace.get("value_remaining").asInt()).isEqualTo(3);
        assertThat(api.get("/rewards/" + reward).data().get("value_remaining").asInt())
                .isEqualTo(1);
    }

    @Test
    void eachDefinitionHasOneGraceAndPointsHaveTheirOwn() {
        reward("'value_initial':4,'expires_at':'2025-03-11'");
        reward("'value_initial':6,'expires_at':'2025-03-12'");
        api.points(profile, ",'expires_at':'2025-03-12'");
        api.points(profile, ",'expires_at':'2025-03-13'");
        long redemption = redeem(profile, "'amount':25");
        server.setClock("2025-03-20T01:00:00Z");

        JsonNode items = giveBack(redemption, "").data().get("items");

        assertThat(items.valueStream()
                        .map(item -> item.get("type").asText() + " "
                                + item.get("value").asText() + " "
                                + item.get("count").asText()))
                .containsExactly("reward 10 1", "point 15 150");
        JsonNode points = api.get("/points/" + items.get(1).get("id").asText()).data();
        assertThat(points.get("expires_at").asText()).isEqualTo("2025-04-19 23:59:59");
        assertThat(balances().get("reward_balance").asInt()).isEqualTo(10);
        assertThat(balances().get("point_balance").asInt()).isEqualTo(150);
    }

    @Test
    void whatHasExpiredIsForfeitedWhereTheSettingSaysSo() {
        set("returns.expired_value", "forfeit");
        reward("'value_initial':4,'expires_at':'2025-03-11'");
        reward("'value_initial':6,'expires_at':'2025-12-31'");
        long redemption = redeem(profile, "'amount':9");
        server.setClock("2025-03-20T01:00:00Z");

        JsonNode data = giveBack(redemption, "").data();

        assertThat(data.get("total").asInt()).isEqualTo(9);
        assertThat(data.get("total_forfeited").asInt()).isEqualTo(4);
        assertThat(data.get("items")).hasSize(1);
        assertThat(data.at("/balances/reward_balance").asInt()).isEqualTo(6);
        JsonNode read = api.get("/redemptions/" + redemption).data();
        assertThat(read.get("total_returned").asInt()).isEqualTo(9);
        assertThat(giveBack(redemption, "").errors()).containsExactly("redemption_id");
        assertThat(api.proof(profile).get("consistent").asBoolean()).isTrue();
    }

    @Test
    void aGraceLastsAsLongAsTheSettingSays() {
        set("returns.expired_value", "grace:7");
        reward("'value_initial':4,'expires_at':'2025-03-11'");
        long redemption = redeem(profile, "'amount':4");
        server.setClock("2025-03-20T01:00:00Z");

        String grace = giveBack(redemption, "").data().at("/items/0/id").asText();

        assertThat(api.get("/rewards/" + grace).data().get("expires_local_at").asText())
                .isEqualTo("2025-03-27 23:59:59");
    }

    @Test
    void aGraceThatHasExpiredBegetsNone() {
        reward("'value_initial':4,'expires_at':'2025-03-11'");
        long redemption = redeem(profile, "'amount':4");
        server.setClock("2025-03-20T01:00:00Z");
        giveBack(redemption, "");
        long again = redeem(profile, "'amount':4");
        server.setClock("2025-05-20T01:00:00Z");

        JsonNode data = giveBack(again, "").data();

        assertThat(data.get("total_forfeited").asInt()).isEqualTo(4);
        assertThat(balances().get("reward_balance").asInt()).isZero();
    }

    @Test
    void theSameRuleGovernsAReversal() {
        reward("'value_initial':4,'expires_at':'2025-03-10 12:05:00'");
        long redemption = redeem(profile, "'amount':4");
        server.setClock("2025-03-10T01:05:01Z");

        JsonNode data = reverse(redemption).data();

        JsonNode grace = api.get("/rewards/" + data.at("/items/0/id").asText()).data();
        assertThat(grace.get("source_type").asText()).isEqualTo("return");
        assertThat(grace.get("source_id").asLong()).isEqualTo(data.get("id").asLong());
        assertThat(grace.get("expires_local_at").asText()).isEqualTo("2025-04-09 23:59:59");
    }

    @Test
    void pointsComeBackByTheRateAtWhichTheyWereTakenWhateverItIsNow() {
        api.points(profile, "");
        long redemption = redeem(profile, "'amount':5");
        set("points.exchange_rate", "0.05");

        JsonNode first = giveBack(redemption, "{'amount':2}").data();

        assertThat(first.at("/items/0/count").asInt()).isEqualTo(20);
        assertThat(first.at("/items/0/value").asInt()).isEqualTo(2);
        assertThat(first.at("/balances/point_balance").asInt()).isEqualTo(70);
        assertThat(first.at("/balances/point_balance_dollars").asText()).isEqualTo("3.5");
        set("points.exchange_rate", "0.3");
        assertThat(reverse(redemption).data().at("/items/0/count").asInt()).isEqualTo(30);
        assertThat(balances().get("point_balance").asInt()).isEqualTo(100);
    }

    @Test
    void theHundredthThatWasRoundedUpComesBackByTheOldRateToo() {
        set("points.exchange_rate", "0.3");
        api.points(profile, "");
        long redemption = redeem(profile, "'amount':1");
        assertThat(balances().get("point_balance").asText()).isEqualTo("96.66");
        set("points.exchange_rate", "0.1");

        giveBack(redemption, "{'amount':0.01}");
        assertThat(balances().get("point_balance").asText()).isEqualTo("96.7");
        giveBack(redemption, "{'amount':0.01}");
        assertThat(balances().get("point_balance").asText()).isEqualTo("96.73");
        giveBack(redemption, "");
        assertThat(balances().get("point_balance").asText()).isEqualTo("100");
    }

    @Test
    void aShopCanBeStrictByItsSetting() {
        reward("'value_initial':4");
        set("redemption.strict", "true");

        assertThat(api.post(redeemPath(profile), "{'amount':5}").errors()).containsExactly("amount");
        assertThat(balances().get("reward_balance").asInt()).isEqualTo(4);
        assertThat(api.post(redeemPath(profile), "{'amount':5,'strict':false}")
                        .data()
                        .get("total")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void aRedemptionIsReversedUpToTheLastSecondOfItsWindow() {
        reward("'value_initial':4");
        long redemption = redeem(profile, "'amount':4");

        server.setClock("2025-03-10T01:10:00Z");

        assertThat(reverse(redemption).status()).isEqualTo(201);
    }

    @Test
    void aSecondLaterItIsNotAndCanBeReturnedAllTheSame() {
        reward("'value_initial':4");
        long redemption = redeem(profile, "'amount':4");
        server.setClock("2025-03-10T01:10:01Z");

        Answer refused = reverse(redemption);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors()).containsExactly("redemption_id");
        assertThat(refused.json().get("message").asText()).contains("10 minutes");
        assertThat(balances().get("reward_balance").asInt()).isZero();
        assertThat(giveBack(redemption, "").status()).isEqualTo(201);
    }

    @Test
    void aWindowOfNothingIsTheSecondOfTheRedemption() {
        set("redemption.reversal_window_minutes", "0");
        reward("'value_initial':4");
        long inTime = redeem(profile, "'amount':1");
        long late = redeem(profile, "'amount':1");

        assertThat(reverse(inTime).status()).isEqualTo(201);
        server.setClock("2025-03-10T01:00:01Z");
        assertThat(reverse(late).status()).isEqualTo(422);
    }

    @Test
    void aWindowThatIsSetLaterHoldsForWhatWasRedeemedBefore() {
        reward("'value_initial':4");
        long first = redeem(profile, "'amount':1");
        long second = redeem(profile, "'amount':1");
        server.setClock("2025-03-10T02:00:00Z");
        assertThat(reverse(first).status()).isEqualTo(422);

        set("redemption.reversal_window_minutes", "60");

        assertThat(reverse(first).status()).isEqualTo(201);
        server.setClock("2025-03-10T02:00:01Z");
        assertThat(reverse(second).status()).isEqualTo(422);
    }

    private void set(String setting, String value) {
        Answer answer = api.put("/settings/" + setting, "{'value':'" + value + "'}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private long reward(String more) {
        return api.reward(profile, welcome, "," + more).path("id").asLong();
    }

    private long redeem(String member, String fields) {
        Answer answer = api.post(redeemPath(member), "{" + fields + "}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.data().path("id").asLong();
    }

    private static String redeemPath(String member) {
        return "/profiles/" + member + "/redeem";
    }

    private Answer giveBack(long redemption, String body) {
        return api.post("/redemptions/" + redemption + "/return", body);
    }

    private Answer reverse(long redemption) {
        return api.post("/redemptions/" + redemption + "/reversal", "");
    }

    private List<String> actions(String member) {
        return api.get("/profiles/" + member + "/ledgers?page[size]=100")
                .data()
                .valueStream()
                .map(entry -> entry.get("action").asText())
                .toList();
    }

    private JsonNode balances() {
        return api.get("/profiles/" + profile + "/balances").data();
    }
}
