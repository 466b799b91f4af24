package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every path (docs/api.md §1), where no test of a resource shows it. */
class ConventionsTest {

    private static final long LARGEST_ID = (1L << 53) - 1;

    private final Api api = Api.shared();
    private final String profile = api.profile();

    @Test
    void aListHasItsRowsItsLinksAndItsNumbers() {
        api.redemption(profile);
        api.redemption(profile);

        JsonNode list = api.get("/profiles/" + profile + "/rewards?page[size]=1&sort=-created_at")
                .json();

        assertThat(list.fieldNames()).toIterable().containsExactlyInAnyOrder("data", "links", "meta");
        JsonNode links = list.get("links");
        assertThat(links.fieldNames()).toIterable().containsExactlyInAnyOrder("first", "last", "prev", "next");
        assertThat(links.get("next").asText())
                .contains("sort=-created_at")
                .startsWith(api.root() + "/api/v3/profiles/");
        JsonNode meta = list.get("meta");
        assertThat(meta.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "current_page", "from", "last_page", "links", "path", "per_page", "to", "total");
        assertThat(meta.get("path").asText()).isEqualTo(api.root() + "/api/v3/profiles/" + profile + "/rewards");
        assertThat(meta.get("links"))
                .hasSize(4)
                .allSatisfy(
                        link -> assertThat(link.fieldNames()).toIterable().containsExactly("url", "label", "active"));
        assertThat(meta.at("/links/1/active").asBoolean()).isTrue();
        assertThat(meta.at("/links/2/label").asText()).isEqualTo("2");
    }

    @Test
    void everyAnswerIsJsonButWhereThereIsNothingToSay() {
        String redeem = "/profiles/" + profile + "/redeem";
        for (Answer answer : List.of(
                api.get("/rewards"),
                api.post("/profiles", "{'first_name':'A'}"),
                api.get("//rewards"),
                api.post(redeem, "{"),
                api.withoutToken().get("/rewards"),
                api.get("/nowhere"),
                api.get("/rewards/0"),
                api.send("PATCH", "/rewards", Optional.of("{}")),
                api.post("/profiles", "{'first_name':'" + "a".repeat(1 << 20) + "'}"),
                api.send("POST", redeem, Optional.of("amount=1"), "text/plain"),
                api.post(redeem, "{}"))) {
            assertThat(answer.headers().firstValue("content-type"))
                    .as("%d %s", answer.status(), answer.text())
                    .contains("application/json");
            assertThat(answer.json().isObject()).isTrue();
        }
        Answer deleted = api.delete("/profiles/" + api.profile());
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /rewards/definitions",
        "DELETE, /rewards/definitions",
        "GET, /transactions/external",
        "PUT, /transactions/external",
        "DELETE, /transactions/external"
    })
    void aPathThatIsAnothersToOtherVerbsIsNotFoundByThem(String method, String path) {
        assertThat(api.send(method, path, Optional.of("{}")).status()).isEqualTo(404);
    }

    @Test
    void aContentTypeWithoutABodyIsNormal() {
        Optional<String> none = Optional.of("");
        long redemption = api.redemption(profile);

        assertThat(api.send("GET", "/rewards", none).status()).isEqualTo(200);
        assertThat(api.send("POST", "/redemptions/" + redemption + "/reversal", none)
                        .status())
                .isEqualTo(201);
        assertThat(api.send("POST", "/profiles/" + profile + "/redeem", none).errors())
                .containsExactly("amount");
        assertThat(api.send("DELETE", "/profiles/" + profile + "?force=1", none).status())
                .isEqualTo(204);
    }

    /** JSON readers that know only doubles hold it exactly. */
    @Test
    void everyIdIsAnIntegerUpToTwoToThe53() {
        long redemption = api.redemption(profile);
        List<JsonNode> ids = new ArrayList<>();
        ids.add(api.definition("").data().get("id"));
        ids.add(api.pointDefinition("").data().get("id"));
        ids.add(api.points(profile, "").data().get("id"));
        ids.add(api.sale("").data().get("id"));
        ids.add(api.get("/redemptions/" + redemption).data().get("id"));
        api.get("/profiles/" + profile + "/rewards").data().forEach(row -> ids.add(row.get("id")));
        api.get("/profiles/" + profile + "/ledgers").data().forEach(row -> ids.add(row.get("id")));

        assertThat(ids).hasSizeGreaterThan(8).allSatisfy(id -> {
            assertThat(id.isIntegralNumber()).isTrue();
            assertThat(id.asLong()).isBetween(1L, LARGEST_ID);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "1899-12-31, false",
        "1900-01-02, true",
        "9998-12-30, true",
        "9999-01-01, false",
        "-0001-01-01, false",
        "12026-01-01, false"
    })
    void yearsAreFrom1900To9998(String date, boolean isOne) {
        int expected = isOne ? 201 : 422;
        assertThat(api.sale(",'transacted_at':'" + date + "'").status()).isEqualTo(expected);
        assertThat(api.points(profile, ",'issued_at':'1900-01-02','expires_at':'" + date + "'")
                        .status())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10000000000", "9999999999.995", "0.001", "-0.01", "1e11"})
    void anAmountThatNoWalletHoldsIsRefused(String value) {
        assertThat(api.points(profile, ",'value_initial':" + value).errors()).containsExactly("value_initial");
        assertThat(api.definition(",'value':" + value).errors()).containsExactly("value");
    }

    @Test
    void amountsAreNumbersWithTwoDecimalsAtMostAndNeverFloats() {
        api.reward(profile, api.definition(), ",'value_initial':0.1");
        api.reward(profile, api.definition(), ",'value_initial':'0.2'");
        api.reward(profile, api.definition(), ",'value_initial':9.990");

        assertThat(api.get("/profiles/" + profile + "/balances").text()).contains("\"reward_balance\":10.29,");
        assertThat(api.get("/profiles/" + profile + "/rewards").text()).contains("\"value_initial\":9.99,");
    }

    /** A function can answer 6 MB at most. */
    @Test
    void aPageEndsEarlyAtFourMegabytes() {
        String text = "x".repeat(240_000);
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Answer sale = api.sale(",'profile_id':'" + profile + "','custom_fields':{'note':'" + text + "'}");
            made.addFirst(sale.data().path("id").asText());
        }

        Answer first = api.get("/profiles/" + profile + "/transactions?page[size]=100");
        URI next = URI.create(first.json().at("/links/next").asText());
        Answer second = api.get(next.getRawPath().substring("/api/v3".length()) + "?" + next.getRawQuery());

        assertThat(first.text().length()).isLessThan(4 << 20);
        assertThat(first.json().at("/meta/total").asInt()).isEqualTo(20);
        List<String> followed = new ArrayList<>(first.data().findValuesAsText("id"));
        followed.retainAll(made);
        assertThat(followed).hasSizeBetween(10, 19);
        second.data().forEach(row -> followed.add(row.get("id").asText()));
        assertThat(followed).isEqualTo(made);
        assertThat(second.json().at("/links/next").isNull()).isTrue();
    }
}
