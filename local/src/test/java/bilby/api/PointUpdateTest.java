package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class PointUpdateTest {

    private final Api api = Api.shared();
    private final String profile = api.profile();

    @Test
    void whatRemainsCanBeSetToNothingAndAboveTheInitialValue() {
        JsonNode points = api.points(profile, "").data();
        JsonNode spent = update(points, "{'value_remaining':0}").data();
        assertThat(spent.get("status").asText()).isEqualTo("spent");
        assertThat(spent.get("value_remaining_currency").asInt()).isEqualTo(0);
        assertThat(balance()).isEqualTo("0");
        JsonNode refilled = update(points, "{'value_remaining':'250.50'}").data();
        assertThat(refilled.get("value_remaining").asText()).isEqualTo("250.5");
        assertThat(refilled.get("value_initial").asInt()).isEqualTo(100);
        assertThat(refilled.get("status").asText()).isEqualTo("active");
        assertThat(balance()).isEqualTo("250.5");
        assertThat(update(points, "{'value_initial':300}")
                        .data()
                        .get("value_remaining")
                        .asText())
                .isEqualTo("250.5");
        assertThat(api.get(path(points)).data().get("value_initial").asInt()).isEqualTo(300);
    }

    @Test
    void anExpiryIsInUtcAndUnsetByNull() {
        JsonNode points = api.points(profile, ",'issued_at':'2024-01-01'").data();
        JsonNode expired =
                update(points, "{'expires_at':'2024-12-05 08:30:00'}").data();
        assertThat(expired.get("expires_at").asText()).isEqualTo("2024-12-05 08:30:00");
        assertThat(expired.get("status").asText()).isEqualTo("expired");
        assertThat(expired.get("value_remaining").asInt()).isEqualTo(100);
        assertThat(balance()).isEqualTo("0");
        assertThat(update(points, "{'description':'d'}").data().get("expires_at"))
                .isEqualTo(expired.get("expires_at"));
        JsonNode reopened = update(points, "{'expires_at':null}").data();
        assertThat(reopened.get("expires_at").isNull()).isTrue();
        assertThat(reopened.get("status").asText()).isEqualTo("active");
        assertThat(balance()).isEqualTo("100");
        assertThat(update(points, "{'expires_at':'2023-12-31'}").errors()).containsExactly("expires_at");
    }

    @Test
    void aDescriptionAndMetaAreUnsetByNullAndOtherwiseKept() {
        JsonNode points =
                api.points(profile, ",'description':'d','meta':{'a':1}").data();
        JsonNode kept = update(points, "{'value_remaining':1}").data();
        assertThat(kept.get("description").asText()).isEqualTo("d");
        assertThat(kept.at("/meta/a").asInt()).isEqualTo(1);
        JsonNode unset = update(points, "{'description':null,'meta':null}").data();
        assertThat(unset.get("description").isNull()).isTrue();
        assertThat(unset.get("meta").isNull()).isTrue();
        JsonNode again = update(points, "{'description':'e','meta':[2]}").data();
        assertThat(again.get("description").asText()).isEqualTo("e");
        assertThat(again.at("/meta/0").asInt()).isEqualTo(2);
    }

    @Test
    void itsOwnAnswerSentBackChangesNothing() {
        JsonNode before = api.points(
                        profile,
                        ",'meta':{'a':1.10},'accrued_at':'2024-07-01','expires_at':'2089-07-01','description':'d'")
                .data();
        JsonNode after = update(before, before.toString()).data();
        assertThat(without(after, "version", "updated_at")).isEqualTo(without(before, "version", "updated_at"));
    }

    @Test
    void anAnswerReadBeforeARedemptionBringsNothingBack() {
        JsonNode before = api.points(profile, "").data();
        api.post("/profiles/" + profile + "/redeem", "{'amount':10}");
        Answer stale = update(before, before.toString());
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().get("message").asText()).isNotEmpty();
        assertThat(balance()).isEqualTo("0");
        JsonNode now = api.get(path(before)).data();
        assertThat(now.get("version").asInt()).isEqualTo(2);
        assertThat(update(now, now.toString()).status()).isEqualTo(200);
        assertThat(balance()).isEqualTo("0");
        assertThat(update(now, "{'value_remaining':40}").status()).isEqualTo(200);
        assertThat(balance()).isEqualTo("40");
    }

    @Test
    void ofManyAtOnceThatNameOneVersionOneComesThrough() {
        JsonNode points = api.points(profile, "").data();
        List<Integer> statuses = Together.statuses(
                6, i -> update(points, "{'value_remaining':" + (i + 1) + ",'version':" + points.get("version") + "}"));
        assertThat(statuses).containsExactly(200, 409, 409, 409, 409, 409);
    }

    @Test
    void everyFaultyFieldIsNamed() {
        JsonNode points = api.points(profile, "").data();
        assertThat(update(
                                points,
                                "{'value_initial':0,'value_remaining':-0.01,'expires_at':[],'description':7,'meta':7,'version':'x'}")
                        .errors())
                .containsExactlyInAnyOrder(
                        "value_initial", "value_remaining", "expires_at", "description", "meta", "version");
        assertThat(api.get(path(points)).data()).isEqualTo(points);
    }

    private Answer update(JsonNode points, String body) {
        return api.put(path(points), body);
    }

    private static String path(JsonNode points) {
        return "/points/" + points.get("id").asText();
    }

    private static ObjectNode without(JsonNode object, String... names) {
        return object.<ObjectNode>deepCopy().without(List.of(names));
    }

    private String balance() {
        return api.get("/profiles/" + profile + "/balances")
                .data()
                .get("point_balance")
                .asText();
    }
}
