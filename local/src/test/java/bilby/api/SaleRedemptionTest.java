package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tie between a sale and the redemption that paid for it. */
class SaleRedemptionTest {

    private final Api api = Api.shared();
    private final String profile = api.profile();
    private final long redemption = api.redemption(profile);

    @Test
    void theTieShowsOnBothSides() {
        JsonNode sale = sale(redemption).data();
        assertThat(sale.get("redemption_id").asLong()).isEqualTo(redemption);
        assertThat(sale.at("/redemption/id").asLong()).isEqualTo(redemption);
        assertThat(sale.at("/redemption/type").asText()).isEqualTo("redeem");
        assertThat(sale.at("/redemption/total").asInt()).isEqualTo(10);
        assertThat(sale.at("/redemption/total_returned").asInt()).isEqualTo(0);
        assertThat(sale.at("/redemption/is_reversed").asBoolean(true)).isFalse();
        assertThat(sale.at("/redemption/items")).hasSize(1);
        assertThat(tie()).isEqualTo(sale.get("id"));
        assertThat(redemption().at("/transaction/total").asInt()).isEqualTo(10);
        assertThat(redemption().at("/transaction/transacted_at").asText()).isEqualTo("2026-01-04 23:00:00");
        assertThat(api.get(path(sale)).data()).isEqualTo(sale);
    }

    @Test
    void aRedemptionThatCanNotPayIsRefusedAndNothingIsStored() {
        String externalId = Api.unique();
        for (String fields : List.of(
                "'redemption_id':1,'profile_id':'" + profile + "'",
                "'redemption_id':'x','profile_id':'" + profile + "'",
                "'redemption_id':[" + redemption + "],'profile_id':'" + profile + "'",
                "'redemption_id':" + redemption + ",'profile_id':'" + api.profile() + "'",
                "'redemption_id':" + redemption)) {
            Answer answer = api.sale("," + fields + ",'external_id':'" + externalId + "'");
            assertThat(answer.status()).as(fields).isEqualTo(422);
            assertThat(answer.errors()).as(fields).containsExactly("redemption_id");
        }
        assertThat(api.get("/transactions/external/" + externalId).status()).isEqualTo(404);
        assertThat(tie().isNull()).isTrue();
    }

    @Test
    void aRedemptionPaysForOneOfManySalesAtOnce() {
        assertThat(Together.statuses(6, i -> sale(redemption))).containsExactly(201, 422, 422, 422, 422, 422);
        assertThat(api.get("/profiles/" + profile + "/transactions").data()).hasSize(1);
        assertThat(sale(redemption).errors()).containsExactly("redemption_id");
    }

    @Test
    void aSaleCanBeTiedLaterAndToAnother() {
        JsonNode sale = sale("null").data();
        assertThat(api.put(path(sale), "{'redemption_id':'" + redemption + "'}").status())
                .isEqualTo(200);
        assertThat(tie()).isEqualTo(sale.get("id"));
        long other = api.redemption(profile);
        assertThat(api.put(path(sale), "{'redemption_id':" + other + "}")
                        .data()
                        .at("/redemption/id")
                        .asLong())
                .isEqualTo(other);
        assertThat(tie().isNull()).isTrue();
        assertThat(api.put(path(sale), "{'redemption_id':null}")
                        .data()
                        .get("redemption")
                        .isNull())
                .isTrue();
        assertThat(sale(other).status()).isEqualTo(201);
    }

    @Test
    void anAnonymousSaleIsTiedTogetherWithItsProfile() {
        JsonNode sale = api.sale("").data();
        assertThat(api.put(path(sale), "{'redemption_id':" + redemption + "}").errors())
                .containsExactly("redemption_id");
        assertThat(api.put(path(sale), "{'redemption_id':" + redemption + ",'profile_id':'" + profile + "'}")
                        .status())
                .isEqualTo(200);
        assertThat(tie()).isEqualTo(sale.get("id"));
    }

    @Test
    void aVoidSaleFreesItsRedemption() {
        JsonNode sale = sale(redemption).data();
        JsonNode voided = api.put(path(sale), "{'is_void':true}").data();
        assertThat(voided.get("is_void").asBoolean()).isTrue();
        assertThat(voided.get("redemption").isNull()).isTrue();
        assertThat(tie().isNull()).isTrue();
        assertThat(sale(redemption).status()).isEqualTo(201);
        assertThat(api.put(path(sale), sale.toString()).errors()).containsExactly("redemption_id");
        assertThat(api.get(path(sale)).data().get("is_void").asBoolean()).isTrue();
    }

    @Test
    void nothingPaysForASaleThatIsVoidFromTheStart() {
        JsonNode sale = sale(redemption + ",'is_void':1").data();
        assertThat(sale.get("redemption_id").isNull()).isTrue();
        assertThat(tie().isNull()).isTrue();
    }

    @Test
    void aDeletedSaleFreesItsRedemption() {
        JsonNode sale = sale(redemption).data();
        assertThat(api.delete(path(sale)).status()).isEqualTo(204);
        assertThat(api.get(path(sale)).status()).isEqualTo(404);
        assertThat(redemption().get("transaction").isNull()).isTrue();
        assertThat(sale(redemption).status()).isEqualTo(201);
    }

    @Test
    void theSaleOfADeletedProfileTiesNoMore() {
        JsonNode sale = sale(redemption).data();
        long other = api.redemption(profile);
        assertThat(api.delete("/profiles/" + profile).status()).isEqualTo(204);
        JsonNode left = api.get(path(sale)).data();
        assertThat(left.get("profile").isNull()).isTrue();
        assertThat(api.put(path(sale), "{'redemption_id':" + other + "}").errors())
                .containsExactly("redemption_id");
        assertThat(api.put(path(sale), "{'total':3}").status()).isEqualTo(200);
        assertThat(api.put(path(sale), left.toString()).status()).isEqualTo(200);
        assertThat(api.put(path(sale), "{'is_void':true}").status()).isEqualTo(200);
        assertThat(sale(redemption).errors()).contains("profile_id");
        assertThat(api.delete(path(sale)).status()).isEqualTo(204);
    }

    private Answer sale(Object redemptionId) {
        return api.sale(",'profile_id':'" + profile + "','redemption_id':" + redemptionId);
    }

    private JsonNode redemption() {
        return api.get("/redemptions/" + redemption).data();
    }

    private JsonNode tie() {
        return redemption().get("transaction_id");
    }

    private static String path(JsonNode sale) {
        return "/transactions/" + sale.get("id").asText();
    }
}
