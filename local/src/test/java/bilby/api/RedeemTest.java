package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class RedeemTest {

    private final Api api = Api.shared();
    private final String profile = api.profile();
    private final long definition = api.definition();

    @Test
    void theNearestExpiryIsSpentFirstAcrossSeveralRewards() {
        long later = reward("'expires_at':'2090-03-01'");
        long first = reward("'expires_at':'2090-01-01'");
        long second = reward("'expires_at':'2090-02-01','value_remaining':2.50");
        JsonNode redemption = redeem("{'amount':13}").data();
        assertThat(redemption.get("total").numberValue()).isEqualTo(13);
        assertThat(redemption
                        .get("items")
                        .valueStream()
                        .map(item -> item.get("id").asLong()))
                .containsExactly(first, second, later);
        assertThat(redemption
                        .get("items")
                        .valueStream()
                        .map(item -> item.get("value").asText()))
                .containsExactly("10", "2.5", "0.5");
        assertThat(redemption.at("/balances/reward_balance").asText()).isEqualTo("9.5");
        assertThat(balance()).isEqualTo("9.5");
        assertThat(remaining(first)).isEqualTo("0");
        assertThat(remaining(second)).isEqualTo("0");
        assertThat(remaining(later)).isEqualTo("9.5");
        // Three issues and one redemption: the whole of it was one movement.
        assertThat(api.get("/rewards/" + later).data().get("version").asInt()).isEqualTo(4);
    }

    @Test
    void withoutStrictItSpendsWhatThereIs() {
        reward("'value_initial':4");
        JsonNode redemption = redeem("{'amount':'10'}").data();
        assertThat(redemption.get("total").asInt()).isEqualTo(4);
        assertThat(redemption.get("total_requested").asInt()).isEqualTo(10);
    }

    @Test
    void strictIsAllOrNothing() {
        reward("'value_initial':4");
        Answer answer = redeem("{'amount':4.01,'strict':true}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors()).containsExactly("amount");
        assertThat(balance()).isEqualTo("4");
    }

    @Test
    void nothingToSpendIsRefused() {
        assertThat(redeem("{'amount':1}").errors()).containsExactly("amount");
        reward("'value_initial':4");
        assertThat(redeem("{'amount':1,'strategies':['points']}").errors()).containsExactly("amount");
    }

    @Test
    void anotherStrategyIsRefused() {
        assertThat(redeem("{'amount':1,'strategies':['credits']}").errors()).containsExactly("strategies");
        assertThat(redeem("{'amount':1,'strategies':[]}").errors()).containsExactly("strategies");
        assertThat(redeem("{'amount':1,'strategy':'points_credits'}").errors()).containsExactly("strategy");
    }

    @Test
    void theOlderStrategyIsTakenToo() {
        reward("'value_initial':4");
        assertThat(redeem("{'amount':1,'strategy':'rewards_points'}").status()).isEqualTo(201);
        assertThat(redeem("{'amount':1,'strategy':['rewards','rewards']}").status())
                .isEqualTo(201);
        assertThat(balance()).isEqualTo("2");
    }

    @Test
    void aDryRunAnswersTheSameAndMovesNothing() {
        long reward = reward("'value_initial':4");
        Answer answer = api.post("/profiles/" + profile + "/redeem?dry_run=1", "{'amount':3}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data().get("id").isNull()).isTrue();
        assertThat(answer.data().at("/items/0/id").asLong()).isEqualTo(reward);
        assertThat(answer.data().at("/balances/reward_balance").asInt()).isEqualTo(1);
        assertThat(balance()).isEqualTo("4");
        assertThat(api.get("/profiles/" + profile + "/redemptions").data()).isEmpty();
    }

    @Test
    void manyAtOnceSpendEachDollarOnce() {
        reward("'value_initial':10");
        reward("'value_initial':10");
        assertThat(Together.statuses(30, i -> redeem("{'amount':1,'strict':true}")))
                .containsOnly(201, 422)
                .satisfies(statuses ->
                        assertThat(Collections.frequency(statuses, 201)).isEqualTo(20));
        assertThat(balance()).isEqualTo("0");
        assertThat(api.get("/profiles/" + profile + "/redemptions")
                        .json()
                        .at("/meta/total")
                        .asInt())
                .isEqualTo(20);
    }

    @Test
    void anExpiredRewardCountsForNothing() {
        long expired = reward("'issued_at':'2022-01-01','expires_at':'2022-02-10 12:59:59'");
        assertThat(balance()).isEqualTo("0");
        assertThat(redeem("{'amount':1}").status()).isEqualTo(422);
        JsonNode reward = api.get("/rewards/" + expired).data();
        assertThat(reward.get("is_expired").asBoolean()).isTrue();
        assertThat(reward.get("is_active").asBoolean()).isFalse();
        assertThat(reward.get("value_remaining").asInt()).isEqualTo(10);
    }

    private long reward(String more) {
        return api.reward(profile, definition, "," + more).get("id").asLong();
    }

    private Answer redeem(String body) {
        return api.post("/profiles/" + profile + "/redeem", body);
    }

    private String remaining(long reward) {
        return api.get("/rewards/" + reward).data().get("value_remaining").asText();
    }

    private String balance() {
        return api.get("/profiles/" + profile + "/balances")
                .data()
                .get("reward_balance")
                .asText();
    }
}
