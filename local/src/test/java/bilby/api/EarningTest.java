package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import bilby.local.StillServer;
import bilby.wallet.Span;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sales earn (docs/api.md §6, "Earning"): here 1.5 points for each dollar. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EarningTest {

    private final StillServer server = StillServer.start();
    private final Api api = Api.of(server);
    private String profile = "";

    @BeforeEach
    void anewMember() {
        server.setClock("2025-03-10T01:00:00Z");
        rate("1.5");
        profile = api.profile();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"10, 15", "10.01, 15.01", "0.01, 0.01", "0, 0", "-10, 0", "9999999999.99, 9999999999.99"})
    void aSaleEarnsItsTotalTimesTheRateRoundedDownAndNeverLessThanNothing(String total, String points) {
        JsonNode sale = sale(total);

        assertThat(sale.get("points_earned").decimalValue()).isEqualByComparingTo(points);
        assertThat(sale.get("points_shortfall").asText()).isEqualTo("0");
        assertThat(balance()).isEqualTo(points);
        assertThat(api.get(path(sale)).data()).isEqualTo(sale);
    }

    @Test
    void whatItEarnsIsAGrantOfTheBuiltInPointsThatNamesTheSale() {
        JsonNode sale = sale("10");
        JsonNode grant = grants().get(0);

        assertThat(grants()).hasSize(1);
        assertThat(grant.at("/definition/handle").asText()).isEqualTo("points");
        assertThat(grant.get("source_type").asText()).isEqualTo("transaction");
        assertThat(grant.at("/source/id")).isEqualTo(sale.get("id"));
        assertThat(grant.get("issued_at").asText()).isEqualTo("2025-03-10 01:00:00");
        assertThat(grant.get("accrued_at")).isEqualTo(sale.get("transacted_at"));
        assertThat(grant.get("expires_at").isNull()).isTrue();
        assertThat(api.get("/points?filter[source_type]=transaction&filter[source_id]=" + sale.get("id"))
                        .data())
                .containsExactly(grant);
        JsonNode entry = entries().get(0);
        assertThat(entry.get("action").asText()).isEqualTo("issue");
        assertThat(entry.get("type").asText()).isEqualTo("point");
        assertThat(entry.at("/type_attributes/id")).isEqualTo(grant.get("id"));
        assertThat(entry.get("point_value").asText()).isEqualTo("15");
    }

    @Test
    void itExpiresByTheDefinition() {
        assertThat(api.put("/points/definitions/1", "{'issue_period':30,'issue_period_type':'days'}")
                        .status())
                .isEqualTo(200);
        try {
            sale("10");
            assertThat(grants().get(0).get("expires_at").asText()).isEqualTo("2025-04-09 23:59:59");
        } finally {
            api.put("/points/definitions/1", "{'issue_period':null,'issue_period_type':null}");
        }
    }

    @Test
    void aDefinitionWhoseEndHasPassedGivesNothingAndTheSaleIsRecorded() {
        assertThat(api.put(
                                "/points/definitions/1",
                                "{'issue_period_type':'absolute_date','issue_absolute_expiry':'2025-01-31'}")
                        .status())
                .isEqualTo(200);
        JsonNode sale;
        try {
            sale = sale("10");
            assertThat(sale.get("points_earned").asText()).isEqualTo("0");
        } finally {
            api.put(
                    "/points/definitions/1",
                    "{'issue_period':null,'issue_period_type':null,'issue_absolute_expiry':null}");
        }
        assertEarned(change(sale, "{'receipt_ref':'r'}"), "15", "0");
    }

    @Test
    void anAnonymousSaleEarnsOnceItsProfileIsSet() {
        JsonNode sale = api.sale("").data();
        assertEarned(sale, "0", "0");
        assertEarned(change(sale, "{'profile_id':'" + profile + "'}"), "15", "0");
        assertThat(balance()).isEqualTo("15");
    }

    @Test
    void aChangeOfTheTotalGivesOrTakesTheDifference() {
        JsonNode sale = sale("10");
        assertEarned(change(sale, "{'total':20}"), "30", "0");
        assertThat(balance()).isEqualTo("30");
        assertEarned(change(sale, "{'total':'4.00'}"), "6", "0");
        assertThat(balance()).isEqualTo("6");
        assertEarned(change(sale, "{'total':-4}"), "0", "0");
        assertThat(balance()).isEqualTo("0");
        assertThat(actions()).containsExactly("adjust", "adjust", "adjust", "issue");
        assertThat(grants()).hasSize(1);
        assertThat(grants().get(0).get("value_initial").asText()).isEqualTo("30");
    }

    @Test
    void aChangeOfAnythingElseMovesNothing() {
        JsonNode sale = sale("10");
        assertEarned(change(sale, "{'receipt_ref':'r','tags':['t']}"), "15", "0");
        assertThat(actions()).containsExactly("issue");
    }

    @Test
    void aVoidSaleGivesItsPointsBackAndARestoredOneHasThemAgain() {
        JsonNode sale = sale("10");
        JsonNode before = grants();
        assertEarned(change(sale, "{'is_void':true}"), "0", "0");
        assertThat(balance()).isEqualTo("0");
        assertThat(grants().get(0).get("status").asText()).isEqualTo("spent");
        assertEarned(change(sale, "{'is_void':false}"), "15", "0");
        assertThat(grants().get(0).get("value_remaining"))
                .isEqualTo(before.get(0).get("value_remaining"));
        assertThat(grants().get(0).get("value_initial")).isEqualTo(before.get(0).get("value_initial"));
        assertThat(grants()).hasSize(1);
    }

    @Test
    void aSaleThatIsVoidFromTheStartEarnsNothing() {
        assertEarned(api.sale(",'profile_id':'" + profile + "','is_void':true").data(), "0", "0");
        assertThat(actions()).isEmpty();
    }

    @Test
    void aDeletedSaleGivesItsPointsBack() {
        api.points(profile, "");
        JsonNode sale = sale("10");
        assertThat(api.delete(path(sale)).status()).isEqualTo(204);
        assertThat(balance()).isEqualTo("100");
    }

    @Test
    void theRateOfItsFirstStoringHolds() {
        JsonNode sale = sale("10");
        JsonNode anonymous = api.sale("").data();
        rate("3");
        assertEarned(change(sale, "{'total':20}"), "30", "0");
        assertEarned(change(anonymous, "{'profile_id':'" + profile + "'}"), "15", "0");
        assertEarned(sale("10"), "30", "0");
        rate("0");
        assertEarned(change(sale, "{'total':10}"), "15", "0");
        assertEarned(sale("10"), "0", "0");
    }

    @Test
    void whatIsSpentIsTakenOfTheMembersOtherPointsInTheOrderOfSpending() {
        JsonNode sale = sale("10");
        api.points(profile, ",'value_initial':3");
        api.points(profile, ",'value_initial':5,'expires_at':'2025-12-31'");
        redeemPoints("1.5");
        JsonNode soonest = grants().get(0);
        assertThat(soonest.get("value_remaining").asText()).isEqualTo("0");

        assertEarned(change(sale, "{'total':0}"), "0", "7");

        JsonNode entry = entries().get(0);
        assertThat(entry.get("action").asText()).isEqualTo("adjust");
        assertThat(entry.get("type").asText()).isEqualTo("point");
        assertThat(entry.get("point_value").asText()).isEqualTo("-8");
        assertThat(balance()).isEqualTo("0");
    }

    @Test
    void whatCouldNotBeTakenStandsOnTheSaleAndCountsAsGiven() {
        JsonNode sale = sale("10");
        redeemPoints("1");
        assertEarned(change(sale, "{'is_void':true}"), "0", "10");
        assertThat(balance()).isEqualTo("0");
        assertThat(api.get(path(sale)).data().get("points_shortfall").asText()).isEqualTo("10");

        assertEarned(change(sale, "{'is_void':false,'total':8}"), "12", "0");
        assertThat(balance()).isEqualTo("2");
    }

    @Test
    void whatIsOwedIsTakenWithTheNextChange() {
        JsonNode sale = sale("10");
        redeemPoints("1.5");
        assertEarned(change(sale, "{'is_void':true}"), "0", "15");
        api.points(profile, "");
        assertEarned(change(sale, "{'receipt_ref':'r'}"), "0", "0");
        assertThat(balance()).isEqualTo("85");
    }

    @Test
    void pointsThatExpiredAreTakenBackAndNoOthersWhetherOrNotThatWasRecorded() {
        for (boolean isRecorded : List.of(false, true)) {
            anewMember();
            JsonNode sale = sale("10");
            api.points(profile, "");
            api.put("/points/" + grants().get(1).get("id"), "{'expires_at':'2025-03-11'}");
            server.setClock("2025-03-12T00:00:00Z");
            if (isRecorded) {
                api.runSchedules("VerifyWallets");
                assertThat(actions().getFirst()).isEqualTo("expire");
            }
            assertEarned(change(sale, "{'is_void':true}"), "0", "0");
            assertThat(balance()).isEqualTo("100");
            // Nor do they grow younger by it.
            assertEarned(change(sale, "{'is_void':false}"), "15", "0");
            assertThat(balance()).isEqualTo("100");
            assertThat(api.proof(profile).get("consistent").asBoolean()).isTrue();
        }
    }

    @Test
    void forADeletedProfileNothingIsPosted() {
        JsonNode sale = sale("10");
        redeemPoints("1.5");
        assertThat(api.delete("/profiles/" + profile).status()).isEqualTo(204);
        assertEarned(change(sale, "{'total':20}"), "15", "0");
        assertEarned(change(sale, "{'total':10,'is_void':true}"), "0", "15");
        assertThat(api.delete(path(sale)).status()).isEqualTo(204);
    }

    @Test
    void aFullWalletRefusesNoSaleAndIsGivenWhatItIsOwedWithALaterChange() {
        Stock stock = new Stock(server.store(), profile, api.definition());
        long first = stock.issue(2_000, 100, Span.from(Instant.parse("2025-01-01T00:00:00Z")));
        JsonNode sale = sale("10");
        assertEarned(sale, "0", "0");
        assertThat(api.delete("/rewards/" + first).status()).isEqualTo(204);
        assertEarned(change(sale, "{'receipt_ref':'r'}"), "15", "0");
    }

    @Test
    void theSameRequestAgainEarnsOnce() {
        Api keyed = api.with("Idempotency-Key", Api.unique());
        Answer first = keyed.sale(",'profile_id':'" + profile + "'");
        Answer again = keyed.sale(",'profile_id':'" + profile + "'");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(balance()).isEqualTo("15");
    }

    @Test
    void whoeverPaysWithARedemptionEarnsInTheSameCommit() {
        long redemption = api.redemption(profile);
        int commits = server.commits();
        JsonNode sale = api.sale(",'profile_id':'" + profile + "','redemption_id':" + redemption)
                .data();
        assertThat(server.commits()).isEqualTo(commits + 1);
        assertEarned(sale, "15", "0");
        assertEarned(change(sale, "{'is_void':true}"), "0", "0");
        assertThat(server.commits()).isEqualTo(commits + 2);
        assertThat(api.proof(profile).get("consistent").asBoolean()).isTrue();
    }

    @Test
    void manyChangesAtOnceEndWithWhatTheLastOneSays() {
        JsonNode sale = sale("10");
        List<Integer> statuses = Together.statuses(12, i -> switch (i % 3) {
            case 0 -> api.put(path(sale), "{'total':" + i + "}");
            case 1 -> api.put(path(sale), "{'is_void':" + (i % 2 == 0) + "}");
            default -> api.points(profile, ",'value_initial':1");
        });
        assertThat(statuses).containsOnly(200, 201);
        JsonNode after = api.get(path(sale)).data();
        String due = after.get("is_void").asBoolean()
                ? "0"
                : after.get("total")
                        .decimalValue()
                        .multiply(new BigDecimal("1.5"))
                        .toPlainString();
        assertThat(after.get("points_earned").decimalValue()).isEqualByComparingTo(due);
        assertThat(new BigDecimal(balance()))
                .isEqualByComparingTo(after.get("points_earned").decimalValue().add(BigDecimal.valueOf(4)));
        assertThat(api.proof(profile).get("consistent").asBoolean()).isTrue();
    }

    private void rate(String rate) {
        assertThat(api.put("/settings/points.earn_rate", "{'value':'" + rate + "'}")
                        .status())
                .isEqualTo(200);
    }

    private JsonNode sale(String total) {
        Answer answer = api.sale(",'profile_id':'" + profile + "','total':" + total);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.data();
    }

    private JsonNode change(JsonNode sale, String body) {
        Answer answer = api.put(path(sale), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.data();
    }

    private static void assertEarned(JsonNode sale, String earned, String shortfall) {
        assertThat(sale.get("points_earned").asText()).isEqualTo(earned);
        assertThat(sale.get("points_shortfall").asText()).isEqualTo(shortfall);
    }

    private void redeemPoints(String dollars) {
        Answer answer = api.post(
                "/profiles/" + profile + "/redeem", "{'amount':" + dollars + ",'strategies':['points'],'strict':true}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private String balance() {
        return api.get("/profiles/" + profile + "/balances")
                .data()
                .get("point_balance")
                .asText();
    }

    /** The newest first. */
    private JsonNode grants() {
        return api.get("/profiles/" + profile + "/points").data();
    }

    private JsonNode entries() {
        return api.get("/profiles/" + profile + "/ledgers").data();
    }

    private List<String> actions() {
        return entries()
                .valueStream()
                .map(entry -> entry.get("action").asText())
                .toList();
    }

    private static String path(JsonNode sale) {
        return "/transactions/" + sale.get("id").asText();
    }
}
