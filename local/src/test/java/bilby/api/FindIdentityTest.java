package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whom an identifier names, and the identities of all profiles (docs/api.md §8 and §10). */
class FindIdentityTest {

    private final Api api = Api.shared();
    private final String card = Api.unique();
    private final JsonNode one = person("{'handle':'card','identifier':'%s'},{'handle':'other','identifier':'x%1$s'}");
    private final JsonNode two = person("{'handle':'shop','identifier':'%s'}");

    @Test
    void anIdentityIsFoundByItsHandleAndIdentifier() {
        assertThat(api.get("/identities/search?handle=card&identifier=" + card).data())
                .isEqualTo(one.at("/identities/0"));
        JsonNode shown = api.get("/identities/search?include=profile&handle=shop&identifier=" + card)
                .data();
        assertThat(shown.get("profile")).isEqualTo(two);
        assertThat(api.get("/identities/search?handle=other&identifier=" + card).status())
                .isEqualTo(404);
        assertThat(api.get("/identities/search?handle=card").errors()).containsExactly("identifier");
        assertThat(api.get("/identities/search?handle=card&identifier=" + "x".repeat(3_000))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anIdentifierNamesAllWhoHaveItUnderWhateverHandle() {
        assertThat(api.get("/identities/search-profile/" + card).data()).containsExactlyInAnyOrder(one, two);
        assertThat(api.get("/profiles?filter[identities.identifier]=" + card).data())
                .containsExactlyInAnyOrder(one, two);
        assertThat(api.get("/profiles?filter[identities.identifier]=x" + card).data())
                .containsExactly(one);
        assertThat(api.get("/identities/search-profile/" + "x".repeat(3_000)).data())
                .isEmpty();
        assertThat(api.get("/profiles?filter[identities.identifier]=").data()).isEmpty();
        api.delete("/profiles/" + one.get("id").asText());
        assertThat(api.get("/identities/search-profile/" + card).data()).containsExactly(two);
        assertThat(api.get("/profiles?filter[identities.identifier]=" + card).data())
                .containsExactly(two);
    }

    @Test
    void anIdentityThatIsNotActiveNamesNobodyButIsShown() {
        api.put("/profiles/" + one.get("id").asText() + "/identities/card", "{'is_active':false}");
        assertThat(api.get("/identities/search-profile/" + card).data()).containsExactly(two);
        assertThat(api.get("/profiles?search=" + card).data()).containsExactly(two);
        assertThat(api.post("/profiles/search-id", "{'type':'card','id':'" + card + "'}")
                        .status())
                .isEqualTo(404);
        assertThat(api.sale(",'profile_id_handle':'card','profile_id':'" + card + "'")
                        .errors())
                .containsExactly("profile_id");
        assertThat(api.get("/identities/search?handle=card&identifier=" + card)
                        .data()
                        .get("is_active")
                        .asBoolean(true))
                .isFalse();
        assertThat(api.get("/profiles?filter[identities.identifier]=" + card).data())
                .hasSize(2);
    }

    @Test
    void aSaleThatHasItsBuyerIsSentAgainAfterTheCardWasStopped() {
        String named = ",'profile_id_handle':'card','profile_id':'" + card + "'";
        String body = Api.saleBody(named + ",'external_id':'" + Api.unique() + "'");
        assertThat(api.post("/transactions/update-create", body).status()).isEqualTo(201);
        api.put("/profiles/" + one.get("id").asText() + "/identities/card", "{'is_active':false}");
        assertThat(api.post("/transactions/update-create", body).status()).isEqualTo(200);
        JsonNode anonymous = api.sale("").data();
        assertThat(api.put("/transactions/" + anonymous.get("id"), "{" + named.substring(1) + "}")
                        .errors())
                .containsExactly("profile_id");
    }

    @Test
    void theListCanBeFiltered() {
        assertThat(api.get("/identities?filter[identifier]=" + card).data())
                .containsExactlyInAnyOrder(one.at("/identities/0"), two.at("/identities/0"));
        assertThat(api.get("/identities?filter[handle]=card&filter[identifier]=" + card)
                        .data())
                .containsExactly(one.at("/identities/0"));
        assertThat(api.get("/identities?filter[is_active]=0&filter[identifier]=" + card)
                        .data())
                .isEmpty();
        JsonNode row = api.get("/identities?include=profile&filter[identifier]=x" + card)
                .data()
                .get(0);
        assertThat(row.get("profile")).isEqualTo(one);
    }

    @Test
    void pageByPageTheListHasEachIdentityOnce() {
        List<String> names = IntStream.range(0, 7)
                .mapToObj(i -> person("{'handle':'h" + card + "','identifier':'%s-" + i + "'}")
                        .at("/identities/0/identifier")
                        .asText())
                .toList();
        List<String> seen = new ArrayList<>();
        String next = "/identities?page[size]=2&filter[handle]=h" + card;
        while (!next.equals("null")) {
            JsonNode page = api.get(next).json();
            page.get("data").forEach(row -> seen.add(row.get("identifier").asText()));
            next = page.at("/links/next").asText().replaceFirst(".*/api/v3", "");
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(names);
    }

    private JsonNode person(String identities) {
        return api.post("/profiles", "{'first_name':'A','identities':[" + identities.formatted(card) + "]}")
                .data();
    }
}
