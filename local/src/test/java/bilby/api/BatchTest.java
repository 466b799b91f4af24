package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import bilby.local.LocalServer;
import bilby.local.Options;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Batches of rewards and of profiles (docs/api.md §3, §8), from the request to what came of each row. */
class BatchTest {

    private static final LocalServer SERVER = LocalServer.start(Options.free(Api.template()));

    private final Api api = Api.of(SERVER);
    private final String profile = api.profile();
    private final long definition = api.definition();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void eachRewardIsIssuedAndEachFaultToldWithItsRow() {
        Answer answer = rewards("{'profile_id':'" + profile + "','reward_definition_id':" + definition
                + ",'timezone':'UTC','value_initial':'3'},{'profile_id':'nobody','timezone':'Mars'},"
                + row("") + ",7");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("message").asText()).isEqualTo("Queued for processing.");
        JsonNode batch = done("/rewards", answer.json().path("batch_id").asText());
        assertThat(batch.path("type").asText()).isEqualTo("rewards");
        assertThat(batch.path("rows").asInt()).isEqualTo(4);
        assertThat(batch.path("issued").asInt()).isEqualTo(2);
        assertThat(batch.path("refused").asInt()).isEqualTo(2);
        assertThat(batch.path("pending").asInt()).isZero();
        JsonNode results = batch.path("results");
        assertThat(of("row", results)).containsExactly("0", "1", "2", "3");
        assertThat(of("status", results)).containsExactly("issued", "refused", "issued", "refused");
        assertThat(results.path(1).path("errors").properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("profile_id", "reward_definition_id", "timezone");
        assertThat(results.path(1).path("message").asText()).isEqualTo("The selected profile id is invalid.");
        JsonNode reward = api.get(
                        "/rewards/" + results.path(0).path("reward_id").asText())
                .data();
        assertThat(reward.path("value_remaining").asText()).isEqualTo("3");
        assertThat(reward.path("profile_id").asText()).isEqualTo(profile);
        assertThat(results.path(0).path("profile_id").asText()).isEqualTo(profile);
        assertThat(api.get("/profiles/" + profile + "/balances")
                        .data()
                        .path("reward_balance")
                        .asText())
                .isEqualTo("13");
        assertThat(api.proof(profile).path("consistent").asBoolean()).isTrue();
    }

    @Test
    void aProfileMayBeNamedByItsEmail() {
        String email = Api.unique() + "@example.com";
        String named = api.post("/profiles", "{'email':'" + email + "'}")
                .data()
                .path("id")
                .asText();

        String id = api.post(
                        "/rewards/batch.json",
                        "{'profile_id_handle':'email','rewards':[" + row("").replace(profile, email) + "," + row("")
                                + "]}")
                .json()
                .path("batch_id")
                .asText();

        JsonNode results = done("/rewards", id).path("results");
        assertThat(results.path(0).path("profile_id").asText()).isEqualTo(named);
        assertThat(results.path(1).path("errors").has("profile_id")).isTrue();
    }

    @Test
    void anIdentityThatIsNotActiveNamesNobodyInABatchEither() {
        String card = Api.unique();
        String named = api.post(
                        "/profiles",
                        "{'identities':[{'handle':'card','identifier':'" + card + "'},{'handle':'card','identifier':'"
                                + card + "-lost','is_active':false}]}")
                .data()
                .path("id")
                .asText();

        String id = api.post(
                        "/rewards/batch.json",
                        "{'profile_id_handle':'card','rewards':[" + row("").replace(profile, card) + ","
                                + row("").replace(profile, card + "-lost") + "]}")
                .json()
                .path("batch_id")
                .asText();

        JsonNode results = done("/rewards", id).path("results");
        assertThat(results.path(0).path("profile_id").asText()).isEqualTo(named);
        assertThat(results.path(1).path("errors").has("profile_id")).isTrue();
    }

    @Test
    void aRewardThatDoesNotSayWhenIsIssuedAsItsRowIsDone() {
        String before = api.reward(profile, definition, "").path("issued_at").asText();

        String id = rewards(row("")).json().path("batch_id").asText();

        JsonNode result = done("/rewards", id).path("results").path(0);
        String after = api.reward(profile, definition, "").path("issued_at").asText();
        assertThat(api.get("/rewards/" + result.path("reward_id").asText())
                        .data()
                        .path("issued_at")
                        .asText())
                .isBetween(before, after);
    }

    @Test
    void aReferenceIsGivenOnceInABatchAsAnywhere() {
        String external = Api.unique();
        String rows = row(",'external_id':'" + external + "'");

        String id = rewards(rows + "," + rows).json().path("batch_id").asText();

        assertThat(of("status", done("/rewards", id).path("results"))).containsExactly("issued", "refused");
    }

    @Test
    void profilesAreCreatedOrUpdated() {
        String email = Api.unique() + "@example.com";
        String there = api.post("/profiles", "{'email':'" + email + "','first_name':'Ada'}")
                .data()
                .path("id")
                .asText();
        String other = Api.unique() + "@example.com";

        Answer answer = api.post(
                "/profiles/batch",
                "{'match_criteria':'email','profiles':[{'email':'" + email + "','last_name':'Lovelace'},{'email':'"
                        + other + "','first_name':'Ben'},{'first_name':'Nobody'}]}");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.data().path("message").asText()).isEqualTo("Profiles queued for batch import.");
        JsonNode batch = done("/profiles", answer.data().path("batch_id").asText());
        assertThat(of("status", batch.path("results"))).containsExactly("updated", "created", "refused");
        assertThat(batch.path("created").asInt()).isEqualTo(1);
        assertThat(batch.path("updated").asInt()).isEqualTo(1);
        assertThat(batch.at("/results/0/profile_id").asText()).isEqualTo(there);
        assertThat(batch.at("/results/0").has("reward_id")).isFalse();
        assertThat(batch.at("/results/2/errors/email/0").asText()).isEqualTo("The email field is required.");
        assertThat(api.get("/profiles/" + there).data().path("full_name").asText())
                .isEqualTo("Ada Lovelace");
        assertThat(api.get("/profiles/" + batch.at("/results/1/profile_id").asText())
                        .data()
                        .path("email")
                        .asText())
                .isEqualTo(other);
    }

    @Test
    void whatIsWrongWithTheWholeIsRefused() {
        assertThat(api.post("/rewards/batch.json", "{}").errors()).containsExactly("rewards");
        assertThat(rewards("").errors()).containsExactly("rewards");
        assertThat(api.post("/rewards/batch.json", "{'rewards':{},'profile_id_handle':7}")
                        .errors())
                .containsExactlyInAnyOrder("rewards", "profile_id_handle");
        assertThat(api.post("/rewards/batch.json", "{'currency':'EUR','rewards':[{}]}")
                        .errors())
                .containsExactly("currency");
        assertThat(rewards(many(501)).errors()).containsExactly("rewards");
        assertThat(api.post("/profiles/batch", "{'match_criteria':'name','profiles':[]}")
                        .errors())
                .containsExactlyInAnyOrder("match_criteria", "profiles");
        assertThat(api.post("/profiles/batch", "{'profiles':[{}]}").errors()).containsExactly("match_criteria");
        assertThat(rewards("{'meta':'" + "x".repeat(1 << 20) + "'}").status()).isEqualTo(413);
    }

    @Test
    void fiveHundredRowsAreTaken() {
        String id = rewards(many(500)).json().path("batch_id").asText();

        JsonNode batch = done("/rewards", id);
        assertThat(batch.path("issued").asInt()).isEqualTo(500);
        assertThat(of("row", batch.path("results")))
                .containsExactlyElementsOf(
                        IntStream.range(0, 500).mapToObj(Integer::toString).toList());
        assertThat(api.proof(profile).path("consistent").asBoolean()).isTrue();
    }

    @Test
    void aRowThatNoItemCouldHoldIsRefused() {
        String id = rewards("{'meta':'" + "x".repeat(300_000) + "'}," + row(""))
                .json()
                .path("batch_id")
                .asText();

        JsonNode results = done("/rewards", id).path("results");
        assertThat(results.path(0).path("errors").has("row")).isTrue();
        assertThat(results.path(1).path("status").asText()).isEqualTo("issued");
    }

    @Test
    void sentAgainWithItsKeyItIsOneBatch() {
        Api keyed = api.with("Idempotency-Key", Api.unique());
        String body = "{'rewards':[" + row("") + "]}";

        Answer first = keyed.post("/rewards/batch.json", body);
        done("/rewards", first.json().path("batch_id").asText());
        Answer second = keyed.post("/rewards/batch.json", body);

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(keyed.post("/rewards/batch.json", "{'rewards':[{}]}").errors())
                .containsExactly("Idempotency-Key");
        assertThat(api.get("/profiles/" + profile + "/rewards").data()).hasSize(1);
    }

    @Test
    void whatIsNoBatchOfTheKindIsNotFound() {
        String id = rewards(row("")).json().path("batch_id").asText();
        done("/rewards", id);

        assertThat(api.get("/profiles/batches/" + id).status()).isEqualTo(404);
        assertThat(api.get("/rewards/batches/" + "0".repeat(32)).status()).isEqualTo(404);
        assertThat(api.get("/rewards/batches/x").status()).isEqualTo(404);
    }

    @Test
    void aBatchNeedsTheScopeOfItsRows() {
        for (List<String> one : List.of(
                List.of("create-rewards", "/rewards/batch.json"), List.of("update-profiles", "/profiles/batch"))) {
            Api allowed = api.with(token(one.getFirst()));
            assertThat(allowed.post(one.getLast(), "{}").status()).isEqualTo(422);
            assertThat(api.with(token("read-rewards")).post(one.getLast(), "{}").status())
                    .isEqualTo(403);
        }
        assertThat(api.with(token("read-profiles")).get("/rewards/batches/x").status())
                .isEqualTo(403);
        assertThat(api.with(token("read-rewards")).get("/profiles/batches/x").status())
                .isEqualTo(403);
    }

    /** From the queue to the dead letters and back, as whoever is paged does it. */
    @Test
    void aRowThatCannotBeDoneIsDoneOnceItsCauseIsMendedAndItIsRedriven() {
        try (Tables tables = Tables.of(SERVER)) {
            String torn = api.profile();
            api.reward(torn, definition, "");
            tables.set(Tables.wallet(torn), "lots", AttributeValue.fromL(List.of(AttributeValue.fromS("torn"))));

            String id = rewards(row("") + "," + row("").replace(profile, torn) + "," + row(""))
                    .json()
                    .path("batch_id")
                    .asText();
            seen();

            JsonNode batch = api.get("/rewards/batches/" + id).data();
            assertThat(of("status", batch.path("results"))).containsExactly("issued", "failed", "issued");
            assertThat(batch.path("failed").asInt()).isEqualTo(1);
            assertThat(batch.path("is_done").asBoolean()).isFalse();
            assertThat(api.messages("BatchDeadLetters")).isEqualTo(1);

            assertThat(api.invoke("RebuildWallet", "{'profile_id':'" + torn + "'}")
                            .status())
                    .isEqualTo(200);
            assertThat(api.redrive("BatchDeadLetters")).isEqualTo(1);
            assertThat(done("/rewards", id).path("issued").asInt()).isEqualTo(3);
            assertThat(api.get("/profiles/" + torn + "/rewards").data()).hasSize(2);
            assertThat(api.proof(torn).path("consistent").asBoolean()).isTrue();
        }
    }

    @Test
    void whoIsDeletedLeavesNothingInABatchThatIsDone() {
        try (Tables tables = Tables.of(SERVER)) {
            String marker = Api.unique();
            String id = api.post(
                            "/profiles/batch",
                            "{'match_criteria':'email','profiles':[{'email':'" + marker + "@example.com','company':'"
                                    + marker + "'}]}")
                    .data()
                    .path("batch_id")
                    .asText();
            String created = done("/profiles", id).at("/results/0/profile_id").asText();
            assertThat(tables.holding(marker)).isNotEmpty();

            assertThat(api.delete("/profiles/" + created).status()).isEqualTo(204);

            assertThat(tables.holding(marker)).isEmpty();
        }
    }

    /** Its own server, for it moves the clock. */
    @Test
    void whatCameOfABatchCanBeReadForThirtyDays() {
        try (LocalServer server = LocalServer.start(Options.free(Api.template()))) {
            Api own = Api.of(server);
            String id = own.post("/rewards/batch.json", "{'rewards':[{}]}")
                    .json()
                    .path("batch_id")
                    .asText();
            own.runSchedules("ResendBatches");

            own.setClock("{'advance':'P29D'}");
            assertThat(own.get("/rewards/batches/" + id).status()).isEqualTo(200);
            own.setClock("{'advance':'P1D'}");
            assertThat(own.get("/rewards/batches/" + id).status()).isEqualTo(404);
        }
    }

    private Answer rewards(String rows) {
        return api.post("/rewards/batch.json", "{'rewards':[" + rows + "]}");
    }

    private String row(String more) {
        return "{'profile_id':'" + profile + "','reward_definition_id':" + definition + ",'timezone':'UTC'" + more
                + "}";
    }

    private String many(int count) {
        return IntStream.range(0, count).mapToObj(number -> row("")).collect(Collectors.joining(","));
    }

    /** A field of each of the results. */
    private static List<String> of(String name, JsonNode results) {
        return results.valueStream().map(result -> result.path(name).asText()).toList();
    }

    /** What came of a batch once all its rows are done. */
    private JsonNode done(String path, String id) {
        seen();
        JsonNode batch = api.get(path + "/batches/" + id).data();
        assertThat(batch.path("is_done").asBoolean()).as(batch.toString()).isTrue();
        return batch;
    }

    /** Waits until all messages are done or dead. */
    private void seen() {
        assertThat(api.runSchedules("ResendBatches").status()).isEqualTo(200);
    }

    private String token(String scope) {
        return api.post("/auth/api-tokens", "{'name':'one scope','scopes':['" + scope + "']}")
                .json()
                .path("accessToken")
                .asText();
    }
}
