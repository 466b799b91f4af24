package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Docs/api.md §8: {@code POST /profiles/search-id} and {@code POST /profiles/availability}. */
class FindProfileTest {

    private final Api api = Api.shared();
    private final String email = Api.unique() + "@example.com";
    private final String phone = Api.unique();
    private final String card = Api.unique();
    private final JsonNode profile = api.post(
                    "/profiles",
                    "{'email':'%s','mobile_phone':'%s','identities':[{'handle':'card','identifier':'%s'}]}"
                            .formatted(email, phone, card))
            .data();
    private final String id = profile.get("id").asText();

    @Test
    void aProfileIsFoundByItsIdAndByItsIdentity() {
        assertThat(find("profile_id", id).data()).isEqualTo(profile);
        assertThat(find("card", card).data()).isEqualTo(profile);
        assertThat(find("email", email.toUpperCase(Locale.ROOT)).data()).isEqualTo(profile);
    }

    @Test
    void whoIsNotThereIsNotFound() {
        assertThat(find("card", card + "0").status()).isEqualTo(404);
        assertThat(find("shop", card).status()).isEqualTo(404);
        assertThat(find("profile_id", card).status()).isEqualTo(404);
        assertThat(find("profile_id", UUID.randomUUID().toString()).status()).isEqualTo(404);
        api.delete("/profiles/" + id);
        assertThat(find("profile_id", id).status()).isEqualTo(404);
        assertThat(find("card", card).status()).isEqualTo(404);
    }

    @Test
    void aSearchNeedsBothItsFields() {
        assertThat(api.post("/profiles/search-id", "{}").errors()).containsExactlyInAnyOrder("type", "id");
    }

    @Test
    void whatIsTakenIsToldWithItsProfileAndWhatIsFreeWithNone() {
        JsonNode taken = availability(
                        "{'email':'%s','mobile_phone':'%s'}".formatted(email.toUpperCase(Locale.ROOT), phone))
                .data();
        assertThat(taken.at("/email/available").asBoolean(true)).isFalse();
        assertThat(taken.at("/email/profile/id").asText()).isEqualTo(id);
        assertThat(taken.at("/mobile_phone/available").asBoolean(true)).isFalse();
        assertThat(taken.at("/mobile_phone/profile/id").asText()).isEqualTo(id);
        api.delete("/profiles/" + id);
        JsonNode free = availability("{'mobile_phone':'" + phone + "'}").data();
        assertThat(free.toString()).isEqualTo("{\"mobile_phone\":{\"available\":true,\"profile\":null}}");
    }

    @Test
    void availabilityOfNothingOrOfNoEmailIsRefused() {
        assertThat(availability("{}").errors()).containsExactly("email");
        assertThat(availability("{'email':'nobody'}").errors()).containsExactly("email");
    }

    private Answer find(String type, String wanted) {
        return api.post("/profiles/search-id", "{'type':'" + type + "','id':'" + wanted + "'}");
    }

    private Answer availability(String body) {
        return api.post("/profiles/availability", body);
    }
}
