package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import bilby.local.LocalServer;
import bilby.local.Options;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The point definition that there is from the start, each time on a server where nobody has done anything yet. */
class BuiltInPointsTest {

    private static final String FIRST = "/points/definitions/1";

    private final LocalServer server = LocalServer.start(Options.free(Api.template()));
    private final Api api = Api.of(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void itIsThereAndItsHandleTakenThoughNothingIsStored() {
        JsonNode first = api.get(FIRST).data();
        assertThat(first.get("id").asInt()).isEqualTo(1);
        assertThat(first.get("name").asText()).isEqualTo("Points");
        assertThat(first.get("handle").asText()).isEqualTo("points");
        assertThat(first.get("created_at").asText()).isEqualTo("2020-01-01 00:00:00");
        assertThat(first.get("issue_period").isNull()).isTrue();
        assertThat(api.get("/points/definitions").data()).containsExactly(first);
        assertThat(api.get("/points/definitions?filter[handle]=points").data()).containsExactly(first);
        assertThat(api.get("/points/definitions?filter[handle]=others").data()).isEmpty();
        assertThat(api.pointDefinition(",'handle':'points'").errors()).containsExactly("handle");
        JsonNode second = api.pointDefinition("").data();
        assertThat(second.get("id").asInt()).isEqualTo(2);
        assertThat(api.put("/points/definitions/2", "{'handle':'points'}").errors())
                .containsExactly("handle");
        assertThat(api.get("/points/definitions").data()).containsExactly(first, second);
    }

    @Test
    void itIsChangedLikeAnyOtherAndWhatItIssuedKeepsToItAsItWas() {
        String profile = api.profile();
        JsonNode points = api.points(profile, "").data();
        JsonNode before = api.get(FIRST).data();
        JsonNode changed = api.put(FIRST, "{'name':'Stars','issue_period':30}").data();
        assertThat(changed.get("name").asText()).isEqualTo("Stars");
        assertThat(changed.get("created_at")).isEqualTo(before.get("created_at"));
        assertThat(api.get(FIRST).data()).isEqualTo(changed);
        assertThat(api.get("/points/" + points.get("id").asText()).data().get("definition"))
                .isEqualTo(before);
        assertThat(api.points(profile, "").data().get("definition")).isEqualTo(changed);
        assertThat(api.pointDefinition(",'handle':'points'").errors()).containsExactly("handle");
        assertThat(api.put(FIRST, "{'name':'Moons'}").data().get("name").asText())
                .isEqualTo("Moons");
        assertThat(api.get("/points/definitions?filter[handle]=points").data()).hasSize(1);
    }

    @Test
    void renamedItLeavesItsHandleToAnotherForGood() {
        assertThat(api.put(FIRST, "{'handle':'stars'}").status()).isEqualTo(200);
        assertThat(api.get("/points/definitions?filter[handle]=points").data()).isEmpty();
        assertThat(api.get("/points/definitions?filter[handle]=stars").data()).hasSize(1);
        assertThat(api.pointDefinition(",'handle':'stars'").errors()).containsExactly("handle");
        assertThat(Together.statuses(3, i -> api.pointDefinition(",'handle':'points'")))
                .containsExactly(201, 422, 422);
        assertThat(api.put(FIRST, "{'handle':'points'}").errors()).containsExactly("handle");
    }

    @Test
    void itCanNotBeDeleted() {
        Answer answer = api.delete(FIRST);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors()).containsExactly("id");
        api.put(FIRST, "{'name':'Stars'}");
        assertThat(api.delete(FIRST).status()).isEqualTo(422);
        assertThat(api.get(FIRST).data().get("name").asText()).isEqualTo("Stars");
    }
}
