package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What other systems know a member by (docs/api.md §8, "Identities"), as a profile sets and shows it. */
class IdentityTest {

    private final Api api = Api.shared();
    private final String card = Api.unique();

    @Test
    void aProfileMayHaveNothingButAnIdentity() {
        JsonNode profile = create(identity("card", card)).data();
        JsonNode shown = profile.at("/identities/0");
        assertThat(shown.get("id").isIntegralNumber()).isTrue();
        assertThat(shown.get("profile_id")).isEqualTo(profile.get("id"));
        assertThat(shown.get("handle").asText()).isEqualTo("card");
        assertThat(shown.get("identifier").asText()).isEqualTo(card);
        assertThat(shown.get("is_primary").asBoolean(true)).isFalse();
        assertThat(shown.get("is_active").asBoolean()).isTrue();
        assertThat(shown.get("merged_from").isNull()).isTrue();
        assertThat(shown.get("created_at")).isEqualTo(profile.get("created_at"));
        assertThat(shown.get("updated_at")).isEqualTo(profile.get("updated_at"));
        assertThat(api.get("/profiles/" + profile.get("id").asText()).data()).isEqualTo(profile);
        assertThat(change(profile, "{'identities':[]}").errors()).containsExactly("email");
    }

    @Test
    void anIdentifierIsUniqueWithinItsHandle() {
        assertThat(Together.statuses(6, i -> create(identity("card", card))))
                .containsExactly(201, 422, 422, 422, 422, 422);
        assertThat(create(identity("card", Api.unique()), identity("card", card))
                        .errors())
                .containsExactly("identities.1.identifier");
        assertThat(create(identity("shop", card)).status()).isEqualTo(201);
        assertThat(create(identity("CARD", card)).status()).isEqualTo(201);
    }

    @Test
    void ofManyWhoTakeOneIdentityAtOnceOneGetsIt() {
        List<JsonNode> profiles = Stream.generate(
                        () -> create(identity("card", Api.unique())).data())
                .limit(5)
                .toList();
        assertThat(Together.statuses(5, i -> change(profiles.get(i), body(identity("card", card)))))
                .containsExactly(200, 422, 422, 422, 422);
    }

    @Test
    void anIdentityThatStaysKeepsItsIdWhereverItStands() {
        String other = Api.unique();
        JsonNode before =
                create(identity("card", card), identity("shop", other)).data();
        JsonNode after = change(before, body(identity("shop", other), identity("card", card), identity("new", card)))
                .data();
        assertThat(after.at("/identities/0/id")).isEqualTo(before.at("/identities/1/id"));
        assertThat(after.at("/identities/1/id")).isEqualTo(before.at("/identities/0/id"));
        assertThat(after.at("/identities/2/id").asLong())
                .isGreaterThan(before.at("/identities/0/id").asLong());
        assertThat(change(after, "{'first_name':'A'}").data().get("identities")).isEqualTo(after.get("identities"));
        assertThat(change(after, after.toString()).data().get("identities")).isEqualTo(after.get("identities"));
    }

    @Test
    void whatIsSaidOfAnIdentityCanBeChanged() {
        JsonNode before = create("{'handle':'card','identifier':'" + card + "','is_primary':true}")
                .data();
        assertThat(before.at("/identities/0/is_primary").asBoolean()).isTrue();
        JsonNode after = change(before, body("{'handle':'card','identifier':'" + card + "','is_active':0}"))
                .data();
        assertThat(after.at("/identities/0/is_active").asBoolean(true)).isFalse();
        assertThat(after.at("/identities/0/is_primary").asBoolean(true)).isFalse();
        assertThat(after.at("/identities/0/id")).isEqualTo(before.at("/identities/0/id"));
    }

    @Test
    void whatIsTakenAwayIsFreeAgain() {
        JsonNode profile = create(identity("card", card)).data();
        assertThat(change(profile, body(identity("card", Api.unique()))).status())
                .isEqualTo(200);
        JsonNode next = create(identity("card", card)).data();
        assertThat(change(profile, body(identity("card", card))).errors()).containsExactly("identities.0.identifier");
        assertThat(api.delete("/profiles/" + next.get("id").asText()).status()).isEqualTo(204);
        assertThat(change(profile, body(identity("card", card))).status()).isEqualTo(200);
    }

    @Test
    void aRepeatedRequestWithAKeyMakesOneIdentity() {
        Api keyed = api.with("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = keyed.post("/profiles", body(identity("card", card)));
        assertThat(first.status()).isEqualTo(201);
        assertThat(keyed.post("/profiles", body(identity("card", card))).text()).isEqualTo(first.text());
    }

    @Test
    void whatIsWrongIsNamedByItsPlace() {
        assertThat(create("{'handle':' ','identifier':'1'}", "{'handle':'card'}", "7")
                        .errors())
                .containsExactlyInAnyOrder("identities.0.handle", "identities.1.identifier", "identities.2");
        assertThat(create(identity("card", card), identity("card", card)).errors())
                .containsExactly("identities.1.identifier");
        assertThat(create("{'handle':'card','identifier':'1','is_active':'maybe'}")
                        .errors())
                .containsExactly("identities.0.is_active");
    }

    @Test
    void aProfileHasTwentyIdentitiesAtMostAndAllCanBeExchangedAtOnce() {
        JsonNode profile = create(many(20)).data();
        assertThat(change(profile, body(many(20))).data().get("identities")).hasSize(20);
        assertThat(create(many(21)).errors()).containsExactly("identities");
        assertThat(api.delete("/profiles/" + profile.get("id").asText()).status())
                .isEqualTo(204);
    }

    private static String[] many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> identity("card", Api.unique()))
                .toArray(String[]::new);
    }

    private Answer create(String... identities) {
        return api.post("/profiles", body(identities));
    }

    private Answer change(JsonNode profile, String body) {
        return api.put("/profiles/" + profile.get("id").asText(), body);
    }

    private static String body(String... identities) {
        return Stream.of(identities).collect(Collectors.joining(",", "{'identities':[", "]}"));
    }

    private static String identity(String handle, String identifier) {
        return "{'handle':'" + handle + "','identifier':'" + identifier + "'}";
    }
}
