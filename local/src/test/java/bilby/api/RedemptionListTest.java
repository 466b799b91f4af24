package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedemptionListTest {

    private final Api api = Api.shared();
    private final String profile = api.profile();
    private final long reward =
            api.reward(profile, api.definition(), "").path("id").asLong();
    private final long points = api.points(profile, "").data().path("id").asLong();

    @Test
    void theNewestIsFirstAndARowIsWhatIsAnsweredForItAlone() {
        long first = redeem("rewards");
        long second = redeem("points");

        Answer list = list("");

        assertThat(ids(list)).containsExactly(second, first);
        assertThat(list.json().at("/meta/total").asInt()).isEqualTo(2);
        assertThat(list.data())
                .allSatisfy(row -> assertThat(row)
                        .isEqualTo(api.get("/redemptions/" + row.get("id")).data())
                        .isEqualTo(api.get("/profiles/" + profile + "/redemptions/" + row.get("id"))
                                .data()));
    }

    @Test
    void aReturnAndAReversalAreListedTooEachOfItsOwnType() {
        long redeemed = redeem("rewards");
        long returned = undo(redeemed, "return", "{'amount':0.25}");
        long reversed = undo(redeemed, "reversal", "{}");

        assertThat(ids(list("?filter[type]=redeem"))).containsExactly(redeemed);
        assertThat(ids(list("?filter[type]=return"))).containsExactly(returned);
        assertThat(ids(list("?filter[type][ne]=redeem"))).containsExactly(reversed, returned);
    }

    @ParameterizedTest
    @CsvSource({
        "filter[has_reward]=true, rewards rewards_points",
        "filter[has_reward]=0, points",
        "filter[has_point]=1, points rewards_points",
        "filter[has_reward]=1&filter[has_point]=1, rewards_points",
        "has_reward=true, rewards rewards_points",
        "has_reward=false, points",
        "has_point=1, points rewards_points",
        "has_reward=1&has_point=0, rewards",
        "has_reward=, ''",
        "has_reward=perhaps, ''"
    })
    void theyAreFilteredByWhatTheyTookFrom(String query, String strategies) {
        redeem("rewards");
        redeem("points");
        api.post("/profiles/" + profile + "/redeem", "{'amount':12,'location_id':'rewards_points'}");

        Answer within = list("?sort=created_at&" + query);

        if (strategies.isEmpty()) {
            assertThat(within.status()).isEqualTo(422);
            assertThat(within.errors()).containsExactly("has_reward");
        } else {
            assertThat(within.data().findValuesAsText("location_id"))
                    .containsExactlyInAnyOrder(strategies.split(" ", -1));
            assertThat(api.get("/redemptions?page[size]=1&" + query).status()).isEqualTo(200);
        }
    }

    @Test
    void eachRedemptionThatTookFromARewardOrFromPointsIsCounted() {
        assertThat(count("reward", reward)).isZero();
        assertThat(count("point", points)).isZero();

        long first = redeem("rewards");
        redeem("rewards");
        redeem("points");
        api.post("/profiles/" + profile + "/redeem?dry_run=1", "{'amount':1}");

        assertThat(count("reward", reward)).isEqualTo(2);
        assertThat(count("point", points)).isEqualTo(1);

        undo(first, "reversal", "{}");
        api.delete("/rewards/" + reward);

        assertThat(count("reward", reward)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"point/%1$d", "rewards/%1$d", "reward/17", "reward/x", "reward/9999999999999999999"})
    void whatTheProfileNeverHadIsNotCounted(String path) {
        redeem("rewards");

        assertThat(api.get("/profiles/" + profile + "/redemptions/" + path.formatted(reward) + "/count")
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/profiles/" + api.profile() + "/redemptions/reward/" + reward + "/count")
                        .status())
                .isEqualTo(404);
    }

    private long redeem(String strategy) {
        return api.post(
                        "/profiles/" + profile + "/redeem",
                        "{'amount':0.5,'strategies':['%1$s'],'location_id':'%1$s'}".formatted(strategy))
                .data()
                .path("id")
                .asLong();
    }

    private long undo(long redemption, String how, String body) {
        return api.post("/redemptions/" + redemption + "/" + how, body)
                .data()
                .path("id")
                .asLong();
    }

    private Answer list(String query) {
        return api.get("/profiles/" + profile + "/redemptions" + query);
    }

    private int count(String type, long id) {
        return api.get("/profiles/" + profile + "/redemptions/" + type + "/" + id + "/count")
                .data()
                .path("count")
                .asInt(-1);
    }

    private static Stream<Long> ids(Answer list) {
        return list.data().valueStream().map((JsonNode row) -> row.get("id").asLong());
    }
}
