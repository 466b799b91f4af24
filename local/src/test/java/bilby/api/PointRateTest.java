package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.LocalServer;
import bilby.local.Options;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Points at thirty cents each, at which hardly anything comes out even; on a server of its own, for it is a setting. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PointRateTest {

    private final LocalServer server = LocalServer.start(Options.free(Api.template()));
    private final Api api = Api.of(server);
    private String profile = "";

    @BeforeEach
    void setTheRate() {
        setRate("0.3");
        profile = api.profile();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void dollarsCostTheirPointsRoundedUpAndWhatIsLeftIsWorthItsDollarsRoundedDown() {
        JsonNode points = api.points(profile, "").data();
        JsonNode redemption = redeem("{'amount':1}");
        assertThat(redemption.at("/items/0/value").asInt()).isEqualTo(1);
        assertThat(redemption.at("/items/0/count").asText()).isEqualTo("3.34");
        assertThat(redemption.at("/balances/point_balance").asText()).isEqualTo("96.66");
        assertThat(redemption.at("/balances/point_balance_dollars").asText()).isEqualTo("28.99");
        JsonNode left = shown(points);
        assertThat(left.get("rate").asText()).isEqualTo("0.3");
        assertThat(left.get("value_remaining").asText()).isEqualTo("96.66");
        assertThat(left.get("value_initial_currency").asInt()).isEqualTo(30);
        assertThat(left.get("value_remaining_currency").asText()).isEqualTo("28.99");
    }

    @Test
    void theCostIsRoundedUpOnceForAllGrantsTogether() {
        for (int i = 0; i < 3; i++) {
            api.points(profile, ",'value_initial':0.12");
        }
        JsonNode redemption = redeem("{'amount':0.1}");
        assertThat(redemption.get("total").asText()).isEqualTo("0.1");
        assertThat(redemption
                        .get("items")
                        .valueStream()
                        .map(item -> item.get("count").asText()))
                .containsExactly("0.12", "0.12", "0.1");
        assertThat(redemption
                        .get("items")
                        .valueStream()
                        .map(item -> item.get("value").asText()))
                .containsExactly("0.03", "0.04", "0.03");
        assertThat(redemption.at("/balances/point_balance").asText()).isEqualTo("0.02");
    }

    @Test
    void anotherRateHoldsForWhatIsLeftAndNotForWhatWasSpent() {
        JsonNode points = api.points(profile, "").data();
        String id = redeem("{'amount':15}").get("id").asText();
        setRate("0.05");
        assertThat(shown(points).get("value_remaining_currency").asText()).isEqualTo("2.5");
        JsonNode item = api.get("/redemptions/" + id).data().at("/items/0");
        assertThat(item.get("value").asInt()).isEqualTo(15);
        assertThat(item.get("count").asInt()).isEqualTo(50);
        assertThat(item.at("/type_attributes/rate").asText()).isEqualTo("0.05");
        assertThat(redeem("{'amount':9}").get("total").asText()).isEqualTo("2.5");
    }

    private void setRate(String rate) {
        assertThat(api.put("/settings/points.exchange_rate", "{'value':'" + rate + "'}")
                        .status())
                .isEqualTo(200);
    }

    private JsonNode redeem(String body) {
        return api.post("/profiles/" + profile + "/redeem", body).data();
    }

    private JsonNode shown(JsonNode points) {
        return api.get("/points/" + points.get("id").asText()).data();
    }
}
