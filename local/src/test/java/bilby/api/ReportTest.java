package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.LocalServer;
import bilby.local.Options;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The reports (docs/api.md §8), from the movements by way of the ledger's stream; each test on a server of its own. */
class ReportTest {

    private final LocalServer server = LocalServer.start(Options.free(Api.template()));
    private final Api api = Api.of(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theSumsAreThoseOfAllBalances() {
        api.setClock("{'now':'2026-03-01T00:00:00Z'}");
        long definition = api.definition();
        List<String> members = Stream.generate(api::profile).limit(12).toList();
        for (String member : members) {
            api.reward(member, definition, ",'expires_at':'2026-03-20 23:59:59'");
            api.reward(member, definition, ",'value_initial':7.5");
            api.points(member, "");
        }
        api.post("/profiles/" + members.get(0) + "/redeem", "{'amount':12}");
        long redemption = api.post("/profiles/" + members.get(1) + "/redeem", "{'amount':19}")
                .data()
                .path("id")
                .asLong();
        api.post("/redemptions/" + redemption + "/return", "{'amount':3}");
        api.delete("/profiles/" + members.get(2) + "?force=1");

        JsonNode liability = liability("");

        BigDecimal rewards = BigDecimal.ZERO;
        BigDecimal points = BigDecimal.ZERO;
        for (String member : members) {
            JsonNode balances = api.get("/profiles/" + member + "/balances").data();
            rewards = rewards.add(decimal(balances.path("reward_balance")));
            points = points.add(decimal(balances.path("point_balance")));
        }
        assertThat(decimal(liability.at("/rewards/value"))).isEqualByComparingTo(rewards);
        assertThat(decimal(liability.at("/points/points"))).isEqualByComparingTo(points);
        assertThat(decimal(liability.at("/points/value"))).isEqualByComparingTo(points.movePointLeft(1));
        assertThat(liability.at("/never/points/count").asInt()).isEqualTo(11);
        assertThat(sum(liability.path("days"), "/rewards/value")).isEqualByComparingTo(rewards);
        assertThat(sum(liability.path("months"), "/rewards/value")).isEqualByComparingTo(rewards);

        JsonNode activity = activity("from=2026-03-01&to=2026-03-01");
        assertThat(activity.at("/total/rewards/issued/count").asInt()).isEqualTo(24);
        assertThat(decimal(activity.at("/total/rewards/issued/value"))).isEqualByComparingTo("210");
        assertThat(activity.at("/total/rewards/redeemed/count").asInt()).isEqualTo(2);
        assertThat(decimal(activity.at("/total/rewards/redeemed/value"))).isEqualByComparingTo("29.5");
        assertThat(decimal(activity.at("/total/points/redeemed/value"))).isEqualByComparingTo("1.5");
        assertThat(activity.at("/total/rewards/deleted/count").asInt()).isEqualTo(2);
        assertThat(outstanding(activity)).isEqualByComparingTo(rewards);
        assertThat(activity.path("latest")).hasSize(20);
        assertThat(activity.at("/latest/0/action").asText()).isIn("delete", "return", "redeem", "issue");
    }

    @Test
    void whatHasExpiredIsToldWhetherOrNotAnySweepHasComeBy() {
        api.setClock("{'now':'2026-03-01T00:00:00Z'}");
        String member = api.profile();
        api.reward(member, api.definition(), ",'expires_at':'2026-03-20 23:59:59'");
        assertThat(decimal(liability("?as_of=2026-03-20").at("/rewards/value"))).isEqualByComparingTo("10");
        assertThat(decimal(liability("?as_of=2026-03-21").at("/rewards/value"))).isZero();

        api.setClock("{'now':'2026-03-25T00:00:00Z'}");
        JsonNode before = activity("from=2026-03-20&to=2026-03-20").path("total");
        assertThat(decimal(before.at("/rewards/expired/value"))).isEqualByComparingTo("10");
        assertThat(before.at("/rewards/expired/count").asInt()).isEqualTo(1);
        assertThat(decimal(liability("").at("/rewards/value"))).isZero();

        api.setClock("{'advance':'PT25H'}");
        assertThat(api.runSchedules("VerifyWallets").status()).isEqualTo(200);
        assertThat(api.get("/profiles/" + member + "/ledgers?filter[action]=expire")
                        .data())
                .hasSize(1);
        assertThat(activity("from=2026-03-20&to=2026-03-20").path("total")).isEqualTo(before);
    }

    @Test
    void whatExpiresIsToldByTheDayThenByTheMonthThenAsOne() {
        api.setClock("{'now':'2026-03-01T00:00:00Z'}");
        String member = api.profile();
        long definition = api.definition();
        for (String expiry : List.of("2026-03-20", "2027-04-20", "2036-04-20")) {
            api.reward(member, definition, ",'expires_at':'" + expiry + " 23:59:59'");
        }
        JsonNode before = liability("");

        api.delete("/profiles/" + member + "?force=1");

        JsonNode after = liability("");
        assertThat(left(before, after, "days", "date", "2026-03-20")).isEqualByComparingTo("10");
        assertThat(left(before, after, "days", "date", "2027-04-20")).isZero();
        assertThat(left(before, after, "months", "month", "2026-03")).isEqualByComparingTo("10");
        assertThat(left(before, after, "months", "month", "2027-04")).isEqualByComparingTo("10");
        assertThat(decimal(before.at("/later/rewards/value")).subtract(decimal(after.at("/later/rewards/value"))))
                .isEqualByComparingTo("10");
    }

    /** By how much less there is of the rewards on a day or in a month. */
    private static BigDecimal left(JsonNode before, JsonNode after, String list, String field, String name) {
        return of(before, list, field, name).subtract(of(after, list, field, name));
    }

    private static BigDecimal of(JsonNode liability, String list, String field, String name) {
        return liability
                .path(list)
                .valueStream()
                .filter(one -> one.path(field).asText().equals(name))
                .map(one -> decimal(one.at("/rewards/value")))
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    @Test
    void whatCannotBeAnsweredIsRefused() {
        api.setClock("{'now':'2026-03-01T00:00:00Z'}");

        assertThat(api.get("/reports/liability?as_of=2026-02-28").errors()).containsExactly("as_of");
        assertThat(api.get("/reports/liability?as_of=tomorrow").errors()).containsExactly("as_of");
        assertThat(api.get("/reports/activity?from=x&to=y").errors()).containsExactlyInAnyOrder("from", "to");
        assertThat(api.get("/reports/activity?to=0000-01-01").errors()).containsExactly("to");
        assertThat(api.get("/reports/liability?as_of=9999-01-01").errors()).containsExactly("as_of");
        assertThat(api.get("/reports/activity?from=2026-03-02&to=2026-03-01").errors())
                .containsExactly("from");
        assertThat(api.get("/reports/activity?from=2025-02-28&to=2026-03-01").errors())
                .containsExactly("from");
        assertThat(api.get("/reports/activity?from=2025-03-01&to=2026-03-01").status())
                .isEqualTo(200);
        String token = api.post("/auth/api-tokens", "{'name':'till','scopes':['read-rewards']}")
                .json()
                .path("accessToken")
                .asText();
        assertThat(api.with(token).get("/reports/liability").status()).isEqualTo(403);
        assertThat(api.with(token).get("/reports/activity").status()).isEqualTo(403);
    }

    private JsonNode liability(String query) {
        settled();
        return api.get("/reports/liability" + query).data();
    }

    private JsonNode activity(String query) {
        settled();
        return api.get("/reports/activity?" + query).data();
    }

    /** Waits until all movements so far have been counted. */
    private void settled() {
        assertThat(api.runSchedules("EraseProfiles").status()).isEqualTo(200);
    }

    /** What the flows leave of the rewards' value. */
    private static BigDecimal outstanding(JsonNode activity) {
        JsonNode rewards = activity.at("/total/rewards");
        BigDecimal left = BigDecimal.ZERO;
        for (String flow : List.of("issued", "returned", "reversed", "adjusted")) {
            left = left.add(decimal(rewards.path(flow).path("value")));
        }
        for (String flow : List.of("redeemed", "expired", "deleted")) {
            left = left.subtract(decimal(rewards.path(flow).path("value")));
        }
        return left;
    }

    private static BigDecimal sum(JsonNode list, String pointer) {
        return list.valueStream().map(one -> decimal(one.at(pointer))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal decimal(JsonNode number) {
        return new BigDecimal(number.asText("0"));
    }
}
