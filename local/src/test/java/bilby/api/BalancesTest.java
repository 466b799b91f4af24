package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class BalancesTest {

    private static final List<String> OF_A_PROFILE =
            List.of("reward_balance", "point_balance", "point_balance_dollars", "combined_balance_dollars");

    private final Api api = Api.shared();
    private final String profile = api.profile();

    @Test
    void allAreNumbersButTheCurrency() {
        api.reward(profile, api.definition(), ",'value_initial':10.50");
        api.points(profile, ",'value_initial':45.59");

        JsonNode balances = balances();

        // 45.59 points are worth $4.559.
        assertThat(balances.toString())
                .isEqualTo("{\"reward_balance\":10.5,\"point_balance\":45.59,\"point_balance_dollars\":4.55,"
                        + "\"benefit_balance\":0,\"credit_balance\":0,\"combined_balance_dollars\":15.05,"
                        + "\"currency\":\"AUD\",\"localised\":{\"reward_balance\":10.5,"
                        + "\"point_balance_dollars\":4.55,\"combined_balance_dollars\":15.05}}");
    }

    @Test
    void aProfileThatNeverHadAnythingHasNothing() {
        assertThat(balances().get("combined_balance_dollars").numberValue()).isEqualTo(0);
    }

    @Test
    void whatIsNotActiveCountsForNothing() {
        api.reward(profile, api.definition(), ",'issued_at':'2090-01-01','expires_at':'2091-01-01'");
        api.reward(profile, api.definition(), ",'issued_at':'2020-01-01','expires_at':'2020-01-02'");
        api.points(profile, ",'issued_at':'2090-01-01'");
        api.points(profile, ",'issued_at':'2020-01-01','expires_at':'2020-01-02'");

        assertThat(balances().get("combined_balance_dollars").numberValue()).isEqualTo(0);
    }

    @Test
    void theSameStandOnTheProfile() {
        api.reward(profile, api.definition(), "");
        api.points(profile, "");

        JsonNode read = api.get("/profiles/" + profile).data();

        assertThat(OF_A_PROFILE)
                .allSatisfy(
                        name -> assertThat(read.get(name)).isEqualTo(balances().get(name)));
    }

    private JsonNode balances() {
        return api.get("/profiles/" + profile + "/balances").data();
    }
}
