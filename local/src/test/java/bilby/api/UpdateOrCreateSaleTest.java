package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /transactions/update-create} (docs/api.md §7). */
class UpdateOrCreateSaleTest {

    private static final String SOCKS = "{'name':'Socks','quantity':2,'price_current':5,'price_sell':5}";
    private static final String TOWEL = "{'name':'Towel','quantity':1,'price_current':20,'price_sell':10}";

    private final Api api = Api.shared();
    private final String externalId = Api.unique();
    private final String named = ",'external_id':'" + externalId + "'";

    @Test
    void itRecordsASaleThatThereIsNotAndChangesTheOneThatThereIs() {
        Answer created = send(Api.saleBody(named));
        assertThat(created.status()).isEqualTo(201);
        Answer updated = send("{'external_id':'" + externalId + "','total':11}");
        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.data().get("id")).isEqualTo(created.data().get("id"));
        assertThat(updated.data().get("total").asText()).isEqualTo("11");
        assertThat(without(updated.data(), "total", "updated_at"))
                .isEqualTo(without(created.data(), "total", "updated_at"));
    }

    @Test
    void aSaleIsFoundByItsIdWhereTheExternalIdFindsNone() {
        JsonNode sale = api.sale("").data();
        Answer answer = send("{'id':" + sale.get("id") + ",'external_id':'" + externalId + "'}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data().get("external_id").asText()).isEqualTo(externalId);
        assertThat(send("{'id':'" + sale.get("id") + "','receipt_ref':'r'}")
                        .data()
                        .get("receipt_ref")
                        .asText())
                .isEqualTo("r");
    }

    @Test
    void theExternalIdGoesBeforeTheId() {
        JsonNode one = send(Api.saleBody(named)).data();
        JsonNode other = api.sale("").data();
        Answer answer = send("{'id':" + other.get("id") + ",'external_id':'" + externalId + "','total':3}");
        assertThat(answer.data().get("id")).isEqualTo(one.get("id"));
        assertThat(api.get("/transactions/" + other.get("id")).data()).isEqualTo(other);
    }

    @Test
    void whereNeitherFindsOneTheSaleIsRecordedUnderANewId() {
        JsonNode sale = api.sale(named).data();
        assertThat(api.delete("/transactions/" + sale.get("id")).status()).isEqualTo(204);
        Answer answer = send(sale.toString());
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.data().get("id")).isNotEqualTo(sale.get("id"));
        assertThat(send(Api.saleBody("")).status()).isEqualTo(201);
    }

    @Test
    void aWholeAnswerSentBackChangesNothing() {
        String profile = api.profile();
        JsonNode before = api.sale(named + ",'profile_id':'" + profile + "','redemption_id':" + api.redemption(profile)
                        + ",'meta':{'a':1.10},'tags':['t']")
                .data();
        Answer after = send(before.toString());
        assertThat(after.status()).isEqualTo(200);
        assertThat(without(after.data(), "updated_at")).isEqualTo(without(before, "updated_at"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    void ofManyAtOnceOneRecordsTheSaleAndTheOthersChangeIt(int many) {
        List<Answer> answers = Together.call(many, i -> send(Api.saleBody(named + ",'receipt_ref':'r" + i + "'")));
        List<Integer> statuses = answers.stream().map(Answer::status).toList();
        assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
        assertThat(Collections.frequency(statuses, 200)).isEqualTo(many - 1);
        assertThat(answers.stream().map(answer -> answer.data().get("id")).distinct())
                .hasSize(1);
    }

    @Test
    void twoSalesThatAreGivenOneExternalIdAtOnceBecomeNeitherLostNorWrong() {
        List<JsonNode> sales = List.of(api.sale("").data(), api.sale("").data());
        List<Integer> statuses = Together.statuses(
                2, i -> send("{'id':" + sales.get(i).get("id") + ",'external_id':'" + externalId + "'}"));
        assertThat(statuses).containsOnly(200);
        assertThat(sales.stream()
                        .map(sale -> api.get("/transactions/" + sale.get("id"))
                                .data()
                                .get("external_id"))
                        .filter(JsonNode::isTextual))
                .hasSize(1);
    }

    @Test
    void theItemsThatAreSentReplaceThoseOfBefore() {
        send(Api.saleBody(named));
        assertThat(names("")).containsExactly("Socks");
        assertThat(names(",'delete_existing_items':true")).containsExactly("Socks");
    }

    @Test
    void unlessTheyAreToBeKeptAndTheSameItemsAgainAddNone() {
        send(Api.saleBody(named));
        assertThat(names(",'delete_existing_items':false")).containsExactly("Towel", "Socks");
        assertThat(names(",'delete_existing_items':0")).containsExactly("Towel", "Socks");
        assertThat(send("{'external_id':'" + externalId + "','delete_existing_items':'false','items':[" + TOWEL + ","
                                + TOWEL + "]}")
                        .data()
                        .at("/items"))
                .hasSize(3);
        JsonNode sale = api.get("/transactions/external/" + externalId).data();
        assertThat(send("{'external_id':'" + externalId + "','delete_existing_items':false,'total':1}")
                        .data()
                        .get("items"))
                .isEqualTo(sale.get("items"));
        String many = String.join(",", Collections.nCopies(998, SOCKS));
        assertThat(send("{'external_id':'" + externalId + "','delete_existing_items':false,'items':[" + many + "]}")
                        .errors())
                .isEmpty();
        assertThat(send("{'external_id':'" + externalId + "','delete_existing_items':false,'items':[" + many + ","
                                + TOWEL + "," + TOWEL + "," + TOWEL + "]}")
                        .errors())
                .containsExactly("items");
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThat(send(Api.saleBody(",'id':'x','delete_existing_items':'perhaps'"))
                        .errors())
                .containsExactlyInAnyOrder("id", "delete_existing_items");
        assertThat(send("").errors()).contains("total", "items", "timezone", "transacted_at");
        assertThat(send(Api.saleBody(",'external_id':{}")).errors()).containsExactly("external_id");
        assertThat(send("[]").errors()).containsExactly("body");
    }

    @Test
    void aProfileIsSetOnceHereToo() {
        String profile = api.profile();
        assertThat(send(Api.saleBody(named + ",'profile_id':'" + profile + "'"))
                        .data()
                        .get("profile_id")
                        .asText())
                .isEqualTo(profile);
        assertThat(send("{'external_id':'" + externalId + "','profile_id':'" + api.profile() + "'}")
                        .errors())
                .containsExactly("profile_id");
    }

    @Test
    void itNeedsTheScopeOfChanges() {
        assertThat(api.with(token("create-transactions"))
                        .post("/transactions/update-create", Api.saleBody(named))
                        .status())
                .isEqualTo(403);
        assertThat(api.with(token("update-transactions"))
                        .post("/transactions/update-create", Api.saleBody(named))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aKeyReplaysItsAnswerWhateverHasBeenSentSince() {
        Api keyed = api.with("Idempotency-Key", Api.unique());
        Answer first = keyed.post("/transactions/update-create", Api.saleBody(named));
        send("{'external_id':'" + externalId + "','total':11}");
        Answer again = keyed.post("/transactions/update-create", Api.saleBody(named));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
    }

    private String token(String scope) {
        return api.post("/auth/api-tokens", "{'name':'t','scopes':['" + scope + "']}")
                .json()
                .get("accessToken")
                .asText();
    }

    private List<String> names(String more) {
        return send("{'external_id':'" + externalId + "','items':[" + SOCKS + "]" + more + "}")
                .data()
                .get("items")
                .valueStream()
                .map(item -> item.get("name").asText())
                .toList();
    }

    private Answer send(String body) {
        return api.post("/transactions/update-create", body);
    }

    private static ObjectNode without(JsonNode object, String... names) {
        return object.<ObjectNode>deepCopy().without(List.of(names));
    }
}
