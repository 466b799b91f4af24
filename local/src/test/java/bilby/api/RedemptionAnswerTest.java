package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedemptionAnswerTest {

    private static final String[] MADE = {
        "id",
        "profile_id",
        "type",
        "total",
        "total_requested",
        "total_localised",
        "total_forfeited",
        "redemption_id",
        "balances",
        "items",
        "meta",
        "location_id",
        "location",
        "transaction_external_id",
        "transaction_receipt_ref",
        "currency",
        "created_at",
        "updated_at"
    };

    private static final String REFERENCE =
            "'location_id':7,'transaction_external_id':'t 1','transaction_receipt_ref':'r 1','meta':{'a':[1.10]}";

    private final Api api = Api.shared();
    private final String profile = api.profile();
    private final long reward =
            api.reward(profile, api.definition(), "").path("id").asLong();

    @ParameterizedTest
    @ValueSource(strings = {"redeem", "redemptions"})
    void aRedemptionThatWasJustMadeShowsTheBalancesAfterIt(String path) {
        Answer answer =
                api.post("/profiles/" + profile + "/" + path, "{'amount':12,'currency':'AUD'," + REFERENCE + "}");

        assertThat(answer.status()).isEqualTo(201);
        JsonNode made = answer.data();
        assertThat(made.fieldNames()).toIterable().containsExactlyInAnyOrder(MADE);
        assertThat(made.get("type").asText()).isEqualTo("redeem");
        assertThat(made.get("total").numberValue()).isEqualTo(10);
        assertThat(made.get("total_requested").numberValue()).isEqualTo(12);
        assertThat(made.get("total_forfeited").numberValue()).isEqualTo(0);
        assertThat(made.get("balances"))
                .isEqualTo(api.get("/profiles/" + profile + "/balances").data());
        assertThat(made.get("items")).hasSize(1);
        assertThat(made.at("/items/0").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("id", "type", "value", "count", "created_at", "updated_at");
        assertThat(made.at("/items/0/id").asLong()).isEqualTo(reward);
        assertThat(made.at("/items/0/count").numberValue()).isEqualTo(1);
        refers(made);
    }

    @ParameterizedTest
    @ValueSource(strings = {"return", "reversal"})
    void aReturnAndAReversalAnswerAndTakeTheSame(String how) {
        long redemption = redeem();

        Answer tried = api.post("/redemptions/" + redemption + "/" + how + "?dry_run=1", "{" + REFERENCE + "}");
        Answer answer = api.post("/redemptions/" + redemption + "/" + how, "{" + REFERENCE + "}");

        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.data().get("id").isNull()).isTrue();
        assertThat(answer.status()).isEqualTo(201);
        JsonNode made = answer.data();
        assertThat(made.fieldNames()).toIterable().containsExactlyInAnyOrder(MADE);
        assertThat(made.get("type").asText()).isEqualTo(how);
        assertThat(made.get("redemption_id").asLong()).isEqualTo(redemption);
        refers(made);
    }

    @Test
    void aRedemptionShowsItsProfileItsSaleAndItsItemsAsTheyStand() {
        long redemption = redeem();
        JsonNode sale = api.sale(",'profile_id':'" + profile + "','redemption_id':" + redemption
                        + ",'receipt_ref':'r','external_id':'" + Api.unique() + "'")
                .data();

        JsonNode read = api.get("/redemptions/" + redemption).data();

        assertThat(read.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "id",
                        "profile_id",
                        "profile",
                        "type",
                        "total",
                        "total_localised",
                        "total_returned",
                        "total_forfeited",
                        "is_reversed",
                        "redemption_id",
                        "meta",
                        "location_id",
                        "transaction_external_id",
                        "transaction_receipt_ref",
                        "transaction_id",
                        "transaction",
                        "items",
                        "redeem_at",
                        "created_at",
                        "updated_at");
        assertThat(read.at("/profile/full_name").asText()).isEqualTo("Ada");
        assertThat(read.at("/profile/statuses").isArray()).isTrue();
        assertThat(read.get("transaction_id")).isEqualTo(sale.get("id"));
        assertThat(read.get("transaction").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("external_id", "receipt_ref", "transacted_at", "total");
        assertThat(read.at("/transaction/external_id")).isEqualTo(sale.get("external_id"));
        assertThat(read.at("/transaction/transacted_at")).isEqualTo(sale.get("transacted_at"));
        assertThat(read.at("/items/0/type_attributes"))
                .isEqualTo(api.get("/rewards/" + reward).data());
        refers(read);
    }

    @Test
    void whatUndoesIsNotUndone() {
        long redemption = redeem();
        String returned = undo(redemption, "return", "{'amount':1}");
        String reversed = undo(redemption, "reversal", "");
        JsonNode undone = api.get("/redemptions/" + redemption).data();
        assertThat(undone.get("total_returned")).isEqualTo(undone.get("total"));
        assertThat(undone.get("is_reversed").asBoolean()).isTrue();

        for (String undoing : new String[] {returned, reversed}) {
            for (String how : new String[] {"return", "reversal"}) {
                Answer answer = api.post("/redemptions/" + undoing + "/" + how, "");
                assertThat(answer.status()).isEqualTo(422);
                assertThat(answer.json().get("message").asText()).isNotEmpty();
            }
        }
    }

    private long redeem() {
        return api.post("/profiles/" + profile + "/redeem", "{'amount':4," + REFERENCE + "}")
                .data()
                .path("id")
                .asLong();
    }

    private String undo(long redemption, String how, String body) {
        return api.post("/redemptions/" + redemption + "/" + how, body)
                .data()
                .get("id")
                .asText();
    }

    private static void refers(JsonNode redemption) {
        assertThat(redemption.get("location_id").asText()).isEqualTo("7");
        assertThat(redemption.get("transaction_external_id").asText()).isEqualTo("t 1");
        assertThat(redemption.get("transaction_receipt_ref").asText()).isEqualTo("r 1");
        assertThat(redemption.get("meta").toString()).isEqualTo("{\"a\":[1.10]}");
    }
}
