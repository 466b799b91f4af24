package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SaleTest {

    private static final String ITEM = "{'name':'n','quantity':1,'price_current':1,'price_sell':1}";

    private final Api api = Api.shared();
    private final String profile = api.profile();

    @Test
    void aSaleIsEchoed() {
        JsonNode sale = api.sale(",'profile_id':'" + profile + "','total':'-10.50','location_id':7,'receipt_ref':'r',"
                        + "'linked_receipt_ref':'l','total_original':12,'rounding':-0.02,'margin':'3','tender':'cash',"
                        + "'payments':[{'a':1.10}],'systems':['s'],'tags':['b','a'],'receipt_is_email':'1',"
                        + "'receipt_email':'a@example.com','staff_id':'s1','type':'t','status':'u','order_number':12,"
                        + "'custom_fields':{'c':1},'meta':{'m':2.50},'currency':'AUD','items':[{'name':'n','quantity':'1.25',"
                        + "'price_current':-1,'price_sell':'-0.99','price_original':2,'price_margin':0,'price_tax':0.10,"
                        + "'product_variant_id':5,'product_variant':{'x':1},'sku':'k','department':'d','is_void':true,"
                        + "'discounts':[{'amount':'1.5','reason_desc':'r'}],'tags':['i'],'meta':{'y':[]}}]")
                .data();
        assertThat(sale.get("total").asText()).isEqualTo("-10.5");
        assertThat(sale.get("location_id").asText()).isEqualTo("7");
        assertThat(sale.get("rounding").asText()).isEqualTo("-0.02");
        assertThat(sale.get("tender").asText()).isEqualTo("cash");
        assertThat(sale.get("payments").toString()).isEqualTo("[{\"a\":1.10}]");
        assertThat(sale.get("tags").toString()).isEqualTo("[\"b\",\"a\"]");
        assertThat(sale.get("receipt_is_email").asBoolean()).isTrue();
        assertThat(sale.get("order_number").asText()).isEqualTo("12");
        assertThat(sale.get("meta").toString()).isEqualTo("{\"m\":2.50}");
        assertThat(sale.at("/items/0/quantity").asText()).isEqualTo("1.25");
        assertThat(sale.at("/items/0/price_sell").asText()).isEqualTo("-0.99");
        assertThat(sale.at("/items/0/discounts/0/amount").asText()).isEqualTo("1.5");
        assertThat(sale.at("/profile/id").asText()).isEqualTo(profile);
        assertThat(sale.get("transacted_at").asText()).isEqualTo("2026-01-04 23:00:00");
        assertThat(sale.get("transacted_local_at").asText()).isEqualTo("2026-01-05 10:00:00");
        assertThat(read(sale)).isEqualTo(sale);
    }

    @Test
    void anAnonymousSaleHasNoProfile() {
        JsonNode sale = api.sale(",'profile_id':null").data();
        assertThat(sale.get("profile_id").isNull()).isTrue();
        assertThat(sale.get("profile").isNull()).isTrue();
        assertThat(sale.get("redemption").isNull()).isTrue();
    }

    @Test
    void aProfileMayBeNamedByItsEmail() {
        String email = api.get("/profiles/" + profile).data().get("email").asText();
        String byEmail = ",'profile_id_handle':'email','profile_id':'" + email.toUpperCase(Locale.ROOT) + "'";
        assertThat(api.sale(byEmail).data().get("profile_id").asText()).isEqualTo(profile);
        assertThat(api.sale(",'profile_id_handle':'email','profile_id':'nobody@example.org'")
                        .errors())
                .containsExactly("profile_id");
        JsonNode anonymous = api.sale("").data();
        assertThat(update(anonymous, "{" + byEmail.substring(1) + "}")
                        .data()
                        .get("profile_id")
                        .asText())
                .isEqualTo(profile);
    }

    @Test
    void whatOnlySaysHowToTakeItIsNotKept() {
        String email = api.get("/profiles/" + profile).data().get("email").asText();
        JsonNode sale = api.sale(
                        ",'profile_id_handle':'email','profile_id':'" + email + "','delete_existing_items':false")
                .data();
        assertThat(sale.fieldNames()).toIterable().doesNotContain("profile_id_handle", "delete_existing_items");
    }

    @Test
    void aProfileIsSetOnce() {
        JsonNode sale = api.sale("").data();
        assertThat(update(sale, "{'profile_id':'00000000-0000-4000-8000-000000000000'}")
                        .errors())
                .containsExactly("profile_id");
        assertThat(update(sale, "{'profile_id':'" + profile + "'}")
                        .data()
                        .at("/profile/id")
                        .asText())
                .isEqualTo(profile);
        assertThat(update(sale, "{'profile_id':'" + api.profile() + "'}").errors())
                .containsExactly("profile_id");
        assertThat(update(sale, "{'profile_id':null}").errors()).containsExactly("profile_id");
        assertThat(update(sale, "{'profile_id':'" + profile + "'}").status()).isEqualTo(200);
    }

    @Test
    void aPutChangesWhatItSaysAndNullUnsets() {
        JsonNode before = api.sale(",'receipt_ref':'r','tags':['t'],'external_id':'" + Api.unique() + "'")
                .data();
        JsonNode after =
                update(before, "{'total':'11','receipt_ref':null,'tags':null}").data();
        assertThat(after.get("total").asText()).isEqualTo("11");
        assertThat(after.get("receipt_ref").isNull()).isTrue();
        assertThat(after.get("tags")).isEmpty();
        assertThat(without(after, "total", "receipt_ref", "tags", "updated_at"))
                .isEqualTo(without(before, "total", "receipt_ref", "tags", "updated_at"));
        assertThat(update(before, "{'total':null,'items':[],'timezone':'','transacted_at':null}")
                        .errors())
                .containsExactlyInAnyOrder("total", "items", "timezone", "transacted_at");
    }

    @Test
    void itsOwnAnswerSentBackChangesNothing() {
        JsonNode before = api.sale(",'profile_id':'" + profile + "','redemption_id':" + api.redemption(profile)
                        + ",'external_id':'" + Api.unique() + "','meta':{'a':1.10}")
                .data();
        JsonNode after = update(before, before.toString()).data();
        assertThat(without(after, "updated_at")).isEqualTo(without(before, "updated_at"));
    }

    @Test
    void aTimeIsConvertedOnce() {
        JsonNode sale = api.sale("").data();
        assertThat(update(sale, "{'transacted_at':'2026-01-04 23:00:00'}")
                        .data()
                        .get("transacted_local_at")
                        .asText())
                .isEqualTo("2026-01-05 10:00:00");
        JsonNode moved = update(sale, "{'transacted_at':'2026-01-04 22:00:00'}").data();
        assertThat(moved.get("transacted_at").asText()).isEqualTo("2026-01-04 11:00:00");
        assertThat(update(sale, "{'timezone':'UTC'}")
                        .data()
                        .get("transacted_local_at")
                        .asText())
                .isEqualTo("2026-01-04 11:00:00");
    }

    @Test
    void anExternalIdIsUsedOnceAndFreeAfterDeletion() {
        String externalId = Api.unique();
        String named = ",'external_id':'" + externalId + "'";
        List<Answer> answers = Together.call(6, i -> api.sale(named));
        List<Integer> statuses = answers.stream().map(Answer::status).toList();
        assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
        assertThat(Collections.frequency(statuses, 422)).isEqualTo(5);
        assertThat(api.sale(named).errors()).containsExactly("external_id");
        JsonNode sale = api.get("/transactions/external/" + externalId).data();
        JsonNode other = api.sale("").data();
        assertThat(update(other, "{" + named.substring(1) + "}").errors()).containsExactly("external_id");

        assertThat(Together.statuses(3, i -> api.delete(path(sale)))).containsExactly(204, 404, 404);
        assertThat(api.get("/transactions/external/" + externalId).status()).isEqualTo(404);
        assertThat(api.get("/transactions?filter[external_id]=" + externalId).data())
                .isEmpty();
        assertThat(update(other, "{" + named.substring(1) + "}").status()).isEqualTo(200);
        assertThat(update(other, "{'external_id':null}").status()).isEqualTo(200);
        assertThat(api.sale(named).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"a b+c, a%20b+c", "é🎂, %C3%A9%F0%9F%8E%82", "100%, 100%25", "?x=1&y#z, %3Fx=1&y%23z"})
    void aSaleIsFoundByAnyExternalId(String externalId, String encoded) {
        String unique = Api.unique();
        JsonNode sale = api.sale(",'external_id':'" + unique + externalId + "'").data();
        assertThat(api.get("/transactions/external/" + unique + encoded).data()).isEqualTo(sale);
        String query = encoded.replace("+", "%2B").replace("&", "%26");
        assertThat(api.get("/transactions?filter[external_id]=" + unique + query)
                        .data())
                .containsExactly(sale);
    }

    @Test
    void withinAProfileAnExternalIdFindsItsOwnSaleOnly() {
        String externalId = Api.unique();
        JsonNode sale = api.sale(",'profile_id':'" + profile + "','external_id':'" + externalId + "'")
                .data();
        String query = "/transactions?filter[external_id]=" + externalId;
        assertThat(api.get("/profiles/" + profile + query).data()).containsExactly(sale);
        assertThat(api.get("/profiles/" + api.profile() + query).data()).isEmpty();
    }

    @Test
    void anExternalIdLongerThanAnyIsNotFound() {
        assertThat(api.get("/transactions/external/" + "a".repeat(3_000)).status())
                .isEqualTo(404);
        assertThat(api.get("/transactions?filter[external_id]=" + "a".repeat(3_000))
                        .data())
                .isEmpty();
    }

    @Test
    void whatIsWrongWithAnItemIsNamedByItsPlace() {
        assertThat(api.sale(",'items':[" + ITEM + ",{'name':'','quantity':'many','price_current':1,'price_sell':1.001,"
                                + "'discounts':[{'amount':'x'}]},7]")
                        .errors())
                .containsExactlyInAnyOrder(
                        "items.1.name",
                        "items.1.quantity",
                        "items.1.price_sell",
                        "items.1.discounts.0.amount",
                        "items.2");
        assertThat(api.sale(",'items':{}").errors()).containsExactly("items");
        assertThat(api.sale(",'items':'n'").errors()).containsExactly("items");
    }

    @Test
    void aThousandItemsAreTaken() {
        String items = String.join(",", Collections.nCopies(1_000, ITEM));
        JsonNode sale = api.sale(",'items':[" + items + "]").data();
        assertThat(sale.get("items")).hasSize(1_000);
        assertThat(update(sale, sale.toString()).status()).isEqualTo(200);
        assertThat(api.sale(",'items':[" + items + "," + ITEM + "]").errors()).containsExactly("items");
    }

    @Test
    void aQuarterOfAMegabyteIsTaken() {
        JsonNode sale =
                api.sale(",'custom_fields':{'a':'" + "x".repeat(255_000) + "'}").data();
        assertThat(update(sale, sale.toString()).status()).isEqualTo(200);
        assertThat(api.sale(",'custom_fields':{'a':'" + "é".repeat(130_000) + "'},'tender':'" + "x".repeat(5_000) + "'")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void theProfilesPathHasTheSameOperations() {
        String path = "/profiles/" + profile + "/transactions";
        JsonNode sale = api.post(path, Api.saleBody("")).data();
        assertThat(sale.get("profile_id").asText()).isEqualTo(profile);
        String id = "/" + sale.get("id").asText();
        assertThat(api.get(path).data()).containsExactly(sale);
        assertThat(api.get(path + id).data()).isEqualTo(sale);
        String other = "/profiles/" + api.profile() + "/transactions" + id;
        assertThat(api.get(other).status()).isEqualTo(404);
        assertThat(api.put(other, "{'total':1}").status()).isEqualTo(404);
        assertThat(api.delete(other).status()).isEqualTo(404);
        assertThat(api.put(path + id, "{'total':1}").status()).isEqualTo(200);
        assertThat(api.delete(path + id).status()).isEqualTo(204);
        assertThat(api.get(path).data()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filter[total][gt]=1                       | 3 2",
                "filter[total][in]=1,3.00                  | 3 1",
                "filter[transacted_at][lt]=2026-01-02      | 1",
                "filter[is_void]=true                      | 2",
                "filter[tags.handle]=vip                   | 3 2",
                "filter[receipt_ref]=r1                    | 1",
                "filter[location_id]=9                     | 3 2 1",
                "filter[redemption_id][nullable]=1         | 3 2 1",
                "filter[status][nullable]=0                | 3",
                "filter[type]=t2                           | 2",
                "filter[order_number][in]=1,3              | 3 1",
                "filter[timezone]=UTC                      | 3 2 1",
                "filter[timezone][ne]=UTC                  | ",
                "filter[external_id][nullable]=1           | 3 2 1",
                "filter[id][gt]=1&filter[total]=2          | 2",
                "sort=total                                | 1 2 3",
                "sort=-transacted_at&page[size]=1          | 3"
            })
    void rowsAreFilteredAndSorted(String query, @Nullable String totals) {
        String path = "/profiles/" + profile + "/transactions";
        for (int i = 1; i <= 3; i++) {
            api.post(
                    path,
                    Api.saleBody(",'timezone':'UTC','location_id':9,'total':" + i + ",'transacted_at':'2026-01-0" + i
                            + "','receipt_ref':'r" + i + "','type':'t" + i + "','order_number':" + i + ",'is_void':"
                            + (i == 2) + ",'tags':["
                            + (i > 1 ? "'vip'" : "")
                            + "],'status':" + (i == 3 ? "'s'" : "null")));
        }
        assertThat(api.get(path + "?" + query.strip())
                        .data()
                        .valueStream()
                        .map(row -> row.get("total").asText()))
                .containsExactlyElementsOf(Optional.ofNullable(totals).stream()
                        .flatMap(all -> Stream.of(all.split(" ", -1)))
                        .toList());
        assertThat(api.get(path + "?filter[colour]=red").errors()).containsExactly("filter[colour]");
    }

    private Answer update(JsonNode sale, String body) {
        return api.put(path(sale), body);
    }

    private JsonNode read(JsonNode sale) {
        return api.get(path(sale)).data();
    }

    private static String path(JsonNode sale) {
        return "/transactions/" + sale.get("id").asText();
    }

    private static ObjectNode without(JsonNode object, String... names) {
        return object.<ObjectNode>deepCopy().without(List.of(names));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "%C2%84", "11111111-2222-4333-8444-555555555555"})
    void aSaleToNobodyIsNotThatOfAProfileThatIsNotThere(String nobody) {
        String path = "/transactions/" + api.sale("").data().path("id").asLong();

        assertThat(api.get("/profiles/" + nobody + path).status()).isEqualTo(404);
        assertThat(api.put("/profiles/" + nobody + path, "{'is_void':true}").status())
                .isEqualTo(404);
        assertThat(api.delete("/profiles/" + nobody + path).status()).isEqualTo(404);
        assertThat(api.get(path).data().path("is_void").asBoolean()).isFalse();
    }
}
