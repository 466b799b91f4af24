package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Redeeming points, alone and with rewards. A hundred points are worth ten dollars. */
class PointRedeemTest {

    private final Api api = Api.shared();
    private final String profile = api.profile();

    @Test
    void rewardsAreSpentFirstAndPointsThenInOneCommit() {
        long points = points("");
        long reward = reward();
        JsonNode redemption = redeem("{'amount':12}").data();
        assertThat(redemption.get("total").asInt()).isEqualTo(12);
        assertThat(items(redemption)).containsExactly("reward " + reward + " 10 1", "point " + points + " 2 20");
        assertThat(redemption.at("/balances/point_balance").asInt()).isEqualTo(80);
        assertThat(redemption.at("/balances/point_balance_dollars").asInt()).isEqualTo(8);
        assertThat(redemption.at("/balances/combined_balance_dollars").asInt()).isEqualTo(8);
        assertThat(balances()).isEqualTo(redemption.get("balances"));
        // Two issues and one redemption: the whole of it was one movement.
        assertThat(shown(points).get("version").asInt()).isEqualTo(3);
    }

    @Test
    void pointsAreSpentFirstWhereTheStrategiesSaySo() {
        long reward = reward();
        long points = points("");
        JsonNode redemption =
                redeem("{'amount':12,'strategies':['points','rewards']}").data();
        assertThat(items(redemption)).containsExactly("point " + points + " 10 100", "reward " + reward + " 2 1");
        assertThat(balances().get("reward_balance").asInt()).isEqualTo(8);
        assertThat(balances().get("point_balance").asInt()).isEqualTo(0);
    }

    @Test
    void theOlderStrategySaysTheOrderToo() {
        reward();
        points("");
        assertThat(redeem("{'amount':1,'strategy':'points_rewards'}")
                        .data()
                        .at("/items/0/type")
                        .asText())
                .isEqualTo("point");
        assertThat(redeem("{'amount':1,'strategy':'rewards_points'}")
                        .data()
                        .at("/items/0/type")
                        .asText())
                .isEqualTo("reward");
    }

    @Test
    void whatAStrategyLeavesOutIsNotSpent() {
        reward();
        points("");
        assertThat(redeem("{'amount':50,'strategies':['points']}")
                        .data()
                        .get("total")
                        .asInt())
                .isEqualTo(10);
        assertThat(balances().get("reward_balance").asInt()).isEqualTo(10);
        assertThat(redeem("{'amount':1,'strategies':['points']}").errors()).containsExactly("amount");
    }

    @Test
    void theNearestExpiryIsSpentFirstAndNoExpiryLast() {
        long never = points("");
        long later = points(",'expires_at':'2090-02-01'");
        long first = points(",'expires_at':'2090-01-01'");
        assertThat(items(redeem("{'amount':21}").data()))
                .containsExactly(
                        "point " + first + " 10 100", "point " + later + " 10 100", "point " + never + " 1 10");
        assertThat(shown(never).get("value_remaining").asInt()).isEqualTo(90);
        assertThat(shown(never).get("value_remaining_currency").asInt()).isEqualTo(9);
        assertThat(shown(first).get("status").asText()).isEqualTo("spent");
    }

    @Test
    void hundredthsOfAPointAreSpentAcrossGrants() {
        long first = points(",'value_initial':10.05,'expires_at':'2090-01-01'");
        long second = points(",'value_initial':0.12");
        JsonNode redemption = redeem("{'amount':1.01}").data();
        assertThat(items(redemption)).containsExactly("point " + first + " 1 10.05", "point " + second + " 0.01 0.05");
        assertThat(balances().get("point_balance").asText()).isEqualTo("0.07");
    }

    @Test
    void pointsThatAreWorthLessThanACentBuyNothing() {
        points(",'value_initial':0.09");
        assertThat(balances().get("point_balance_dollars").asInt()).isEqualTo(0);
        assertThat(redeem("{'amount':0.01}").errors()).containsExactly("amount");
        assertThat(balances().get("point_balance").asText()).isEqualTo("0.09");
    }

    @Test
    void strictCountsBothTogether() {
        reward();
        points("");
        Answer refused = redeem("{'amount':20.01,'strict':true}");
        assertThat(refused.errors()).containsExactly("amount");
        assertThat(balances().get("combined_balance_dollars").asInt()).isEqualTo(20);
        assertThat(redeem("{'amount':20,'strict':true}").status()).isEqualTo(201);
        assertThat(balances().get("combined_balance_dollars").asInt()).isEqualTo(0);
    }

    @Test
    void manyAtOnceSpendEachPointOnce() {
        points("");
        points("");
        List<Integer> statuses = Together.statuses(30, i -> redeem("{'amount':1,'strict':true}"));
        assertThat(statuses).containsOnly(201, 422);
        assertThat(Collections.frequency(statuses, 201)).isEqualTo(20);
        assertThat(balances().get("point_balance").asInt()).isEqualTo(0);
    }

    @Test
    void aRedemptionShowsThePointsAsTheyStand() {
        long reward = reward();
        long points = points("");
        String path = "/redemptions/" + redeem("{'amount':12}").data().get("id").asText();
        redeem("{'amount':3}");
        JsonNode redemption = api.get(path).data();
        assertThat(items(redemption)).containsExactly("reward " + reward + " 10 1", "point " + points + " 2 20");
        assertThat(redemption.at("/items/0/type_attributes"))
                .isEqualTo(api.get("/rewards/" + reward).data());
        assertThat(redemption.at("/items/1/type_attributes")).isEqualTo(shown(points));
        assertThat(redemption.at("/items/1/type_attributes/value_remaining").asInt())
                .isEqualTo(50);
        assertThat(api.get("/profiles/" + profile + path).data()).isEqualTo(redemption);
        assertThat(api.get("/profiles/" + profile + "/redemptions").data()).contains(redemption);
    }

    @Test
    void aDryRunMovesNothing() {
        long points = points("");
        Answer answer = api.post("/profiles/" + profile + "/redeem?dry_run=1", "{'amount':3}");
        assertThat(items(answer.data())).containsExactly("point " + points + " 3 30");
        assertThat(balances().get("point_balance").asInt()).isEqualTo(100);
    }

    private long points(String more) {
        return api.points(profile, more).data().get("id").asLong();
    }

    private long reward() {
        return api.reward(profile, api.definition(), "").get("id").asLong();
    }

    private Answer redeem(String body) {
        return api.post("/profiles/" + profile + "/redeem", body);
    }

    /** Each item's type, id, dollars and count. */
    private static List<String> items(JsonNode redemption) {
        return redemption
                .get("items")
                .valueStream()
                .map(item -> item.get("type").asText() + " " + item.get("id").asText() + " "
                        + item.get("value").asText() + " " + item.get("count").asText())
                .toList();
    }

    private JsonNode shown(long points) {
        return api.get("/points/" + points).data();
    }

    private JsonNode balances() {
        return api.get("/profiles/" + profile + "/balances").data();
    }
}
