package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileDeletionTest {

    private final Api api = Api.shared();
    private final String profile = api.profile();
    private final String path = "/profiles/" + profile;
    private final long definition = api.definition();

    @Test
    void whileAnythingIsOpenItIsRefused() {
        api.reward(profile, definition, "");
        for (String query : List.of("", "?force=0", "?force=", "?force=yes")) {
            assertThat(api.delete(path + query).status()).as(query).isEqualTo(422);
        }
        api.post(path + "/redeem", "{'amount':10}");
        assertThat(api.delete(path).status()).isEqualTo(204);
    }

    @Test
    void whatHasExpiredIsNotOpen() {
        api.reward(profile, definition, ",'issued_at':'2024-01-01','expires_at':'2024-01-02'");
        assertThat(api.delete(path).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?force=1", "?force=true"})
    void forceDeletesWhatIsOpenToo(String query) {
        String reward = api.reward(profile, definition, "").get("id").asText();
        Answer answer = api.delete(path + query);
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.text()).isEmpty();
        assertThat(api.get("/rewards/" + reward).status()).isEqualTo(404);
    }

    @Test
    void afterItNothingOfTheProfileIsFound() {
        JsonNode person = api.get(path).data();
        String reward = api.reward(profile, definition, "").get("id").asText();
        String redemption =
                api.post(path + "/redeem", "{'amount':10}").data().get("id").asText();
        assertThat(api.delete(path).status()).isEqualTo(204);
        for (String gone : List.of(
                path,
                path + "/balances",
                path + "/rewards",
                path + "/rewards/" + reward,
                path + "/redemptions",
                path + "/redemptions/" + redemption,
                path + "/ledgers",
                path + "/ledgers/1",
                path + "/transactions",
                "/rewards/" + reward,
                "/redemptions/" + redemption)) {
            assertThat(api.get(gone).status()).as(gone).isEqualTo(404);
        }
        assertThat(api.put(path, "{'first_name':'A'}").status()).isEqualTo(404);
        assertThat(api.delete(path).status()).isEqualTo(404);
        assertThat(api.delete(path + "?force=1").status()).isEqualTo(404);
        assertThat(api.put("/rewards/" + reward, "{'value_remaining':1}").status())
                .isEqualTo(404);
        assertThat(api.post(path + "/redeem", "{'amount':1}").status()).isEqualTo(404);
        assertThat(api.sale(",'profile_id':'" + profile + "'").errors()).containsExactly("profile_id");
        String email = person.get("email").asText();
        assertThat(api.get("/profiles?filter[email]=" + email).data()).isEmpty();
        assertThat(api.get("/profiles?filter[id]=" + profile).data()).isEmpty();
        assertThat(api.get("/rewards?filter[profile_id]=" + profile + "&page[size]=100")
                        .data())
                .isEmpty();
        assertThat(api.post("/profiles", "{'email':'" + email + "'}").status()).isEqualTo(201);
    }

    @Test
    void itsIdIsNeverGivenAgain() {
        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.post("/profiles", "{'id':'" + profile + "','first_name':'A'}")
                        .errors())
                .containsExactly("id");
    }

    @RepeatedTest(3)
    void issuingAndRedeemingMeanwhileEndsConsistently() {
        api.reward(profile, definition, "");
        List<Answer> answers = Together.call(9, i -> switch (i % 3) {
            case 0 ->
                api.post(
                        "/rewards",
                        "{'profile_id':'" + profile + "','timezone':'UTC','reward_definition_id':" + definition + "}");
            case 1 -> api.post(path + "/redeem", "{'amount':1}");
            default -> i == 5 ? api.delete(path + "?force=1") : api.get(path + "/balances");
        });
        assertThat(answers.get(5).status()).isEqualTo(204);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isLessThan(500));
        assertThat(api.get(path + "/balances").status()).isEqualTo(404);
        for (Answer answer : answers) {
            if (answer.data().has("value_remaining")) {
                String issued = answer.data().get("id").asText();
                assertThat(api.get("/rewards/" + issued).status()).isEqualTo(404);
            }
        }
    }
}
