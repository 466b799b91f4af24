package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Returns and reversals (docs/api.md §5). */
class UndoTest {

    private final Api api = Api.shared();
    private final String profile = api.profile();
    private final long definition = api.definition();

    @Test
    void aReturnGivesBackTheLastBurnedFirst() {
        long first = reward("'expires_at':'2090-01-01','value_initial':4");
        long second = reward("'expires_at':'2090-02-01','value_initial':6");
        long redemption = redeem(9);

        Answer answer = giveBack(redemption, "{'amount':7,'location_id':'9'}");

        assertThat(answer.status()).isEqualTo(201);
        JsonNode data = answer.data();
        assertThat(data.get("type").asText()).isEqualTo("return");
        assertThat(data.get("total").asInt()).isEqualTo(7);
        assertThat(data.get("redemption_id").asLong()).isEqualTo(redemption);
        assertThat(data.get("location_id").asText()).isEqualTo("9");
        assertThat(data.get("items")
                        .valueStream()
                        .map(item -> item.get("id").asLong() + " "
                                + item.get("value").asText()))
                .containsExactly(first + " 2", second + " 5");
        assertThat(data.at("/balances/reward_balance").asInt()).isEqualTo(8);
        assertThat(remaining(first)).isEqualTo("2");
        assertThat(remaining(second)).isEqualTo("6");
        assertThat(read(redemption).get("total_returned").asInt()).isEqualTo(7);
    }

    @Test
    void anySplitOfAReturnComesToTheSame() {
        long first = reward("'expires_at':'2090-01-01','value_initial':4");
        long second = reward("'expires_at':'2090-02-01','value_initial':6");
        long redemption = redeem(10);

        giveBack(redemption, "{'amount':3}");
        giveBack(redemption, "{'amount':0.5}");
        giveBack(redemption, "{'amount':3.5}");

        assertThat(remaining(first)).isEqualTo("1");
        assertThat(remaining(second)).isEqualTo("6");
    }

    @Test
    void aReversalKnowsNoAmount() {
        reward("'value_initial':10");
        for (String amount : new String[] {"4", "'x'", "-1"}) {
            JsonNode data = api.post("/redemptions/" + redeem(10) + "/reversal", "{'amount':" + amount + "}")
                    .data();
            assertThat(data.path("total").asInt()).isEqualTo(10);
            assertThat(data.path("total_requested").asInt()).isEqualTo(10);
        }
    }

    @Test
    void withoutAnAmountAllThatIsLeftComesBackAndNothingAfterThat() {
        reward("'value_initial':10");
        long redemption = redeem(10);
        giveBack(redemption, "{'amount':4}");

        assertThat(giveBack(redemption, "").data().get("total").asInt()).isEqualTo(6);
        assertThat(giveBack(redemption, "").errors()).containsExactly("redemption_id");
        assertThat(balance()).isEqualTo("10");
    }

    @Test
    void neverMoreThanWasRedeemedComesBack() {
        reward("'value_initial':10");
        long redemption = redeem(5);
        giveBack(redemption, "{'amount':4}");

        assertThat(giveBack(redemption, "{'amount':1.01}").errors()).containsExactly("amount");
        assertThat(giveBack(redemption, "{'amount':0}").errors()).containsExactly("amount");
        assertThat(balance()).isEqualTo("9");
    }

    @Test
    void aReversalRestoresTheWalletExactly() {
        long first = reward("'expires_at':'2090-01-01','value_initial':4");
        api.post("/points", "{'profile_id':'" + profile + "','point_definition_id':1,'value_initial':33.33}");
        long redemption = redeem(7);

        Answer answer = reverse(redemption);

        assertThat(answer.data().get("type").asText()).isEqualTo("reversal");
        assertThat(answer.data().get("total").asInt()).isEqualTo(7);
        assertThat(remaining(first)).isEqualTo("4");
        assertThat(balances().get("point_balance").asText()).isEqualTo("33.33");
        assertThat(read(redemption).get("is_reversed").asBoolean()).isTrue();
    }

    @Test
    void aReversalAfterAPartialReturnGivesBackTheRest() {
        reward("'value_initial':10");
        long redemption = redeem(10);
        giveBack(redemption, "{'amount':4}");

        assertThat(reverse(redemption).data().get("total").asInt()).isEqualTo(6);
        assertThat(balance()).isEqualTo("10");
    }

    @Test
    void whatWasReversedIsNeitherReversedNorReturnedAgain() {
        reward("'value_initial':10");
        long redemption = redeem(10);
        long reversal = reverse(redemption).data().get("id").asLong();

        assertThat(reverse(redemption).errors()).containsExactly("redemption_id");
        assertThat(giveBack(redemption, "").errors()).containsExactly("redemption_id");
        assertThat(reverse(reversal).errors()).containsExactly("redemption_id");
        assertThat(giveBack(reversal, "").errors()).containsExactly("redemption_id");
        assertThat(balance()).isEqualTo("10");
    }

    @Test
    void pointsComeBackByTheRateAtWhichTheyWereTaken() {
        api.post("/points", "{'profile_id':'" + profile + "','point_definition_id':1,'value_initial':100}");
        long redemption = redeem(5);

        JsonNode data = giveBack(redemption, "{'amount':2}").data();

        assertThat(data.at("/items/0/type").asText()).isEqualTo("point");
        assertThat(data.at("/items/0/count").asInt()).isEqualTo(20);
        assertThat(data.at("/items/0/value").asInt()).isEqualTo(2);
        assertThat(balances().get("point_balance").asInt()).isEqualTo(70);
    }

    @Test
    void aRewardThatWasExtendedSinceComesBackWithTheExpiryThatItHasNow() {
        long extendable =
                api.definition(",'is_extendable':true").data().path("id").asLong();
        JsonNode reward = api.reward(profile, extendable, ",'value_initial':4");
        long id = reward.get("id").asLong();
        long redemption = redeem(3);
        api.post("/rewards/extend", "{'profile_id':'" + profile + "','ids':[" + id + "],'extend_days':7}");
        redeem(1);

        giveBack(redemption, "");

        JsonNode now = api.get("/rewards/" + id).data();
        assertThat(now.get("value_remaining").asText()).isEqualTo("3");
        assertThat(now.get("expires_at").asText())
                .isGreaterThan(reward.get("expires_at").asText());
        assertThat(now.get("is_active").asBoolean()).isTrue();
    }

    @Test
    void aRewardWhoseExpiryWasPutComesBackWithIt() {
        long id = reward("'value_initial':4");
        long redemption = redeem(4);
        api.put("/rewards/" + id, "{'expires_at':'2091-01-01 00:00:00'}");

        giveBack(redemption, "");

        assertThat(api.get("/rewards/" + id).data().get("expires_local_at").asText())
                .isEqualTo("2091-01-01 00:00:00");
        assertThat(balance()).isEqualTo("4");
    }

    /** Two rewards of $10 come back as one of $15, long after none could be issued any more. */
    @Test
    void neitherTheMaximumNorTheWindowOfItsDefinitionBindsAGrace() {
        long narrow = api.definition(",'max_value':10,'starts_at':'2024-12-01','ends_at':'2024-12-31'")
                .data()
                .path("id")
                .asLong();
        List<Long> rewards = List.of(
                api.reward(profile, narrow, ",'issued_at':'2024-12-05','expires_at':'2090-01-01'")
                        .path("id")
                        .asLong(),
                api.reward(profile, narrow, ",'issued_at':'2024-12-06','expires_at':'2090-01-01'")
                        .path("id")
                        .asLong());
        long redemption = redeem(15);
        rewards.forEach(reward -> api.delete("/rewards/" + reward));

        JsonNode data = giveBack(redemption, "").data();

        assertThat(data.get("items")).hasSize(1);
        assertThat(data.at("/items/0/value").asInt()).isEqualTo(15);
        assertThat(balance()).isEqualTo("15");
    }

    @Test
    void whatWasDeletedComesBackAsAGraceOfItsDefinition() {
        long id = reward("'value_initial':4");
        long redemption = redeem(3);
        api.delete("/rewards/" + id);

        JsonNode data = giveBack(redemption, "").data();

        assertThat(data.get("total").asInt()).isEqualTo(3);
        assertThat(data.get("total_forfeited").asInt()).isZero();
        long grace = data.at("/items/0/id").asLong();
        JsonNode reward = api.get("/rewards/" + grace).data();
        assertThat(reward.get("source_type").asText()).isEqualTo("return");
        assertThat(reward.get("source_id")).isEqualTo(data.get("id"));
        String rewards = "/profiles/" + profile + "/rewards?filter[source_id]=";
        assertThat(api.get(rewards + data.get("id")).data()).hasSize(1);
        assertThat(api.get(rewards + "x").errors()).containsExactly("filter[source_id]");
        assertThat(reward.at("/definition/id").asLong()).isEqualTo(definition);
        assertThat(reward.get("value_initial").asInt()).isEqualTo(3);
        assertThat(balance()).isEqualTo("3");
    }

    @Test
    void aGraceBegetsNoGrace() {
        long id = reward("'value_initial':4");
        long redemption = redeem(3);
        api.delete("/rewards/" + id);
        long grace = giveBack(redemption, "").data().at("/items/0/id").asLong();
        long again = redeem(2);
        api.delete("/rewards/" + grace);

        JsonNode data = giveBack(again, "").data();

        assertThat(data.get("total_forfeited").asInt()).isEqualTo(2);
        assertThat(data.get("items")).isEmpty();
        assertThat(balance()).isEqualTo("0");
        assertThat(read(again).get("total_returned").asInt()).isEqualTo(2);
    }

    /** A commit has room for the rows of 90. */
    @Test
    void whatWouldNeedMoreThanNinetyGracesIsRefusedAndComesBackInParts() {
        List<String> rewards = new ArrayList<>();
        for (int i = 0; i < 91; i++) {
            rewards.add(api.reward(profile, api.definition(), ",'value_initial':1")
                    .path("id")
                    .asText());
        }
        long redemption = redeem(91);
        rewards.forEach(reward -> api.delete("/rewards/" + reward));

        for (String how : new String[] {"return", "reversal"}) {
            Answer refused = api.post("/redemptions/" + redemption + "/" + how, "");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.errors()).containsExactly("amount");
        }
        assertThat(read(redemption).get("total_returned").asInt()).isZero();
        assertThat(giveBack(redemption, "{'amount':90}").status()).isEqualTo(201);
        assertThat(giveBack(redemption, "{}").data().get("total").asInt()).isEqualTo(1);
    }

    @Test
    void aDryRunMovesNothing() {
        reward("'value_initial':10");
        long redemption = redeem(10);

        Answer answer = api.post("/redemptions/" + redemption + "/return?dry_run=1", "{'amount':4}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data().get("id").isNull()).isTrue();
        assertThat(answer.data().at("/balances/reward_balance").asInt()).isEqualTo(4);
        assertThat(balance()).isEqualTo("0");
    }

    @Test
    void aSaleKeepsARedemptionThatIsReversedAndShowsIt() {
        reward("'value_initial':10");
        long redemption = redeem(10);
        long sale = api.sale(",'profile_id':'" + profile + "','redemption_id':" + redemption)
                .data()
                .get("id")
                .asLong();

        reverse(redemption);

        JsonNode shown = api.get("/transactions/" + sale).data().get("redemption");
        assertThat(shown.get("id").asLong()).isEqualTo(redemption);
        assertThat(shown.get("is_reversed").asBoolean()).isTrue();
        assertThat(api.sale(",'profile_id':'" + profile + "','redemption_id':" + redemption)
                        .errors())
                .containsExactly("redemption_id");
    }

    @Test
    void twoReturnsAtOnceNeverGiveBackMoreThanWasTaken() {
        reward("'value_initial':10");
        long redemption = redeem(10);

        List<Integer> statuses = Together.statuses(10, number -> giveBack(redemption, "{'amount':3}"));

        assertThat(statuses).containsExactly(201, 201, 201, 422, 422, 422, 422, 422, 422, 422);
        assertThat(balance()).isEqualTo("9");
    }

    @Test
    void ofReversalsAtOnceOneSucceeds() {
        reward("'value_initial':10");
        long redemption = redeem(10);

        List<Integer> statuses = Together.statuses(10, number -> reverse(redemption));

        assertThat(statuses).containsExactly(201, 422, 422, 422, 422, 422, 422, 422, 422, 422);
        assertThat(balance()).isEqualTo("10");
    }

    @Test
    void whatIsNotThereIs404() {
        assertThat(giveBack(1, "").status()).isEqualTo(404);
        assertThat(api.post("/redemptions/x/return", "").status()).isEqualTo(404);
    }

    private Answer giveBack(long redemption, String body) {
        return api.post("/redemptions/" + redemption + "/return", body);
    }

    private Answer reverse(long redemption) {
        return api.post("/redemptions/" + redemption + "/reversal", "");
    }

    private long redeem(int amount) {
        return api.post("/profiles/" + profile + "/redeem", "{'amount':" + amount + "}")
                .data()
                .path("id")
                .asLong();
    }

    private JsonNode read(long redemption) {
        return api.get("/redemptions/" + redemption).data();
    }

    private long reward(String more) {
        return api.reward(profile, definition, "," + more).path("id").asLong();
    }

    private String remaining(long reward) {
        return api.get("/rewards/" + reward).data().get("value_remaining").asText();
    }

    private JsonNode balances() {
        return api.get("/profiles/" + profile + "/balances").data();
    }

    private String balance() {
        return balances().get("reward_balance").asText();
    }
}
