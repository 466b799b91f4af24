package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A profile's identities one by one (docs/api.md §8, "Identities"). */
class ProfileIdentityTest {

    private final Api api = Api.shared();
    private final String card = Api.unique();
    private final String profile = api.profile();
    private final String path = "/profiles/" + profile + "/identities";

    @Test
    void anIdentityIsGivenShownAndTakenAway() {
        Answer created = create("card", card);
        assertThat(created.status()).isEqualTo(201);
        JsonNode identity = created.data();
        assertThat(identity.get("profile_id").asText()).isEqualTo(profile);
        assertThat(api.get(path + "/card").data()).isEqualTo(identity);
        assertThat(byId(identity).data()).isEqualTo(identity);
        assertThat(api.get("/profiles/" + profile).data().at("/identities/0")).isEqualTo(identity);
        assertThat(api.get(path).data()).containsExactly(identity);
        assertThat(api.delete(path + "/card").status()).isEqualTo(204);
        assertThat(api.get(path + "/card").status()).isEqualTo(404);
        assertThat(byId(identity).status()).isEqualTo(404);
        assertThat(api.delete(path + "/id/" + identity.get("id")).status()).isEqualTo(404);
    }

    @Test
    void ofSeveralOfAHandleThePrimaryOneIsMeantOrElseTheFirst() {
        JsonNode first = create("card", card).data();
        JsonNode second = create("card", card + "2").data();
        assertThat(first.get("id")).isNotEqualTo(second.get("id"));
        assertThat(api.get(path + "/card").data()).isEqualTo(first);
        assertThat(api.put(path + "/id/" + second.get("id"), "{'is_primary':true}")
                        .status())
                .isEqualTo(200);
        assertThat(api.get(path + "/card").data().get("id")).isEqualTo(second.get("id"));
        assertThat(api.delete(path + "/card").status()).isEqualTo(204);
        assertThat(api.get(path).data()).containsExactly(first);
    }

    @Test
    void aChangeLeavesWhatItDoesNotSay() {
        JsonNode before = create("card", card).data();
        JsonNode after = api.put(path + "/card", "{'identifier':'" + card + "9','is_active':false}")
                .data();
        assertThat(after.get("id")).isEqualTo(before.get("id"));
        assertThat(after.get("handle").asText()).isEqualTo("card");
        assertThat(after.get("identifier").asText()).isEqualTo(card + "9");
        assertThat(after.get("is_active").asBoolean(true)).isFalse();
        assertThat(after.get("created_at")).isEqualTo(before.get("created_at"));
        assertThat(byId(before).data()).isEqualTo(after);
        assertThat(elsewhere(card).status()).isEqualTo(201);
        assertThat(elsewhere(card + "9").errors()).containsExactly("identifier");
        assertThat(api.put(path + "/card", after.toString()).data()).isEqualTo(after);
    }

    @Test
    void whatIsTakenIsRefusedAsTheFieldThatItIs() {
        create("card", card);
        assertThat(elsewhere(card).errors()).containsExactly("identifier");
        assertThat(create("card", card).errors()).containsExactly("identifier");
        create("shop", card);
        assertThat(api.put(path + "/shop", "{'handle':'card'}").errors()).containsExactly("identifier");
        assertThat(api.delete(path + "/card").status()).isEqualTo(204);
        assertThat(elsewhere(card).status()).isEqualTo(201);
    }

    @Test
    void ofManyWhoClaimOneIdentityAtOnceOneGetsIt() {
        List<String> profiles = Stream.generate(api::profile).limit(5).toList();
        String body = "{'handle':'card','identifier':'" + card + "'}";
        assertThat(Together.statuses(5, i -> api.post("/profiles/" + profiles.get(i) + "/identities", body)))
                .containsExactly(201, 422, 422, 422, 422);
    }

    @Test
    void identitiesGivenAtOnceAreAllThereEachWithItsOwnId() {
        assertThat(Together.statuses(5, i -> create("card", card + i))).containsOnly(201);
        assertThat(api.get(path).data()).hasSize(5);
        assertThat(api.get(path).data().findValuesAsText("id")).doesNotHaveDuplicates();
    }

    @Test
    void theTwentyFirstIsRefused() {
        for (int i = 0; i < 20; i++) {
            assertThat(create("card", card + "-" + i).status()).isEqualTo(201);
        }
        assertThat(create("card", card).errors()).containsExactly("identities");
        assertThat(api.get(path + "?page[size]=7&page[number]=3").data()).hasSize(6);
    }

    @Test
    void theLastThingSomebodyIsKnownByStays() {
        String id = api.post("/profiles", "{'identities':[{'handle':'card','identifier':'" + card + "'}]}")
                .data()
                .get("id")
                .asText();
        assertThat(api.delete("/profiles/" + id + "/identities/card").errors()).containsExactly("email");
        assertThat(api.get("/profiles/" + id + "/identities/card").status()).isEqualTo(200);
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThat(api.post(path, "{}").errors()).containsExactlyInAnyOrder("handle", "identifier");
        create("card", card);
        assertThat(api.put(path + "/card", "{'handle':null,'is_active':'x'}").errors())
                .containsExactlyInAnyOrder("handle", "is_active");
        assertThat(api.get(path + "?filter[handle]=x").data()).isEmpty();
        assertThat(api.get(path + "?filter[is_active]=1&sort=-identifier").data())
                .hasSize(1);
    }

    @Test
    void aRepeatedRequestWithAKeyGivesOne() {
        Api keyed = api.with("Idempotency-Key", UUID.randomUUID().toString());
        String body = "{'handle':'card','identifier':'" + card + "'}";
        assertThat(keyed.post(path, body).text())
                .isEqualTo(keyed.post(path, body).text());
        assertThat(api.get(path).data()).hasSize(1);
    }

    @Test
    void ofNobodyThereAreNone() {
        create("card", card);
        api.delete("/profiles/" + profile);
        for (String gone : List.of(path, path + "/card", path + "/id/1", "/profiles/nobody/identities")) {
            assertThat(api.get(gone).status()).as(gone).isEqualTo(404);
        }
        assertThat(create("card", card).status()).isEqualTo(404);
        assertThat(api.put(path + "/card", "{}").status()).isEqualTo(404);
        assertThat(api.delete(path + "/card").status()).isEqualTo(404);
        assertThat(elsewhere(card).status()).isEqualTo(201);
    }

    private Answer create(String handle, String identifier) {
        return api.post(path, "{'handle':'" + handle + "','identifier':'" + identifier + "'}");
    }

    private Answer byId(JsonNode identity) {
        return api.get(path + "/id/" + identity.get("id"));
    }

    private Answer elsewhere(String identifier) {
        return api.post(
                "/profiles/" + api.profile() + "/identities", "{'handle':'card','identifier':'" + identifier + "'}");
    }
}
