package bilby.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.template.Route;
import bilby.local.template.Template;
import bilby.local.template.TemplateFunction;
import bilby.local.template.TemplateReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Feeds each sample of events/ to its function, by Lambda's own serialisation, as it would arrive. */
class EventsTest {

    private static final Path ROOT = Path.of("..");
    private static final Path EVENTS = ROOT.resolve("events");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Template TEMPLATE = TemplateReader.read(ROOT.resolve("template.yaml"));

    /**
     * A sample, at its place in the guide or after it.
     *
     * @param idFrom the function whose answer's id goes into this one's path; none where the sample names it itself
     */
    record Step(String function, int status, String idFrom) {
        Step(String function, int status) {
            this(function, status, "");
        }

        /**
         * Its event.
         *
         * @param answers what the functions before it have answered, by their logical ids
         */
        ObjectNode event(Map<String, JsonNode> answers) throws IOException {
            ObjectNode event = sample(function);
            if (!idFrom.isEmpty()) {
                event.withObject("/pathParameters").put("id", id(requireNonNull(answers.get(idFrom))));
            }
            return event;
        }
    }

    static final List<Step> STEPS = List.of(
            new Step("CreateRewardDefinition", 201),
            new Step("CreateProfile", 201),
            new Step("IssueReward", 201),
            new Step("ReadBalances", 200),
            new Step("RedeemRewards", 201),
            new Step("CreateSale", 201),
            new Step("ReadSale", 200, "CreateSale"),
            new Step("ReadSaleByExternalId", 200),
            new Step("UpdateSale", 200, "CreateSale"),
            new Step("UpdateOrCreateSale", 201),
            new Step("ListSales", 200),
            new Step("DeleteSale", 204, "CreateSale"),
            new Step("ReadRedemption", 200, "RedeemRewards"),
            new Step("ListRedemptions", 200),
            new Step("CountRedemptions", 200, "IssueReward"),
            new Step("ReturnRedemption", 201, "RedeemRewards"),
            new Step("ReverseRedemption", 201, "RedeemRewards"),
            new Step("ListLedger", 200),
            new Step("ReadLedgerEntry", 200),
            new Step("VerifyLedger", 200),
            new Step("ReadReward", 200, "IssueReward"),
            new Step("UpdateReward", 200, "IssueReward"),
            new Step("ListRewards", 200),
            // Of rewards that are not there.
            new Step("ExtendRewards", 422),
            new Step("DeleteReward", 204, "IssueReward"),
            new Step("ReadRewardDefinition", 200),
            new Step("ListRewardDefinitions", 200),
            new Step("UpdateRewardDefinition", 200),
            new Step("DeleteRewardDefinition", 204),
            new Step("CreatePointDefinition", 201),
            new Step("ReadPointDefinition", 200),
            new Step("ListPointDefinitions", 200),
            new Step("UpdatePointDefinition", 200),
            new Step("DeletePointDefinition", 204),
            new Step("IssuePoints", 201),
            new Step("ReadPoints", 200, "IssuePoints"),
            new Step("ListPoints", 200),
            new Step("UpdatePoints", 200, "IssuePoints"),
            new Step("ReadProfile", 200),
            new Step("ListProfiles", 200),
            new Step("FindProfile", 200),
            new Step("CheckAvailability", 200),
            new Step("UpdateProfile", 200),
            new Step("UpdateProfileType", 200),
            new Step("CreateIdentity", 201),
            new Step("ListIdentities", 200),
            new Step("ReadIdentity", 200),
            new Step("UpdateIdentity", 200),
            new Step("FindIdentity", 200),
            new Step("FindProfilesByIdentifier", 200),
            new Step("DeleteIdentity", 204),
            new Step("DeleteProfile", 204),
            new Step("ListSettings", 200),
            new Step("ReadSetting", 200),
            new Step("UpdateSetting", 200),
            new Step("ListBirthdayRuns", 200),
            // Of a date on which none was planned.
            new Step("ReadBirthdayRun", 404),
            new Step("CreateRewardBatch", 202),
            new Step("CreateProfileBatch", 202),
            // Of batches that are not there.
            new Step("ReadRewardBatch", 404),
            new Step("ReadProfileBatch", 404),
            new Step("ReadLiability", 200),
            new Step("ReadActivity", 200),
            new Step("CreateToken", 201),
            new Step("ListTokens", 200),
            new Step("RevokeToken", 204, "CreateToken"),
            new Step("VerifyToken", 200),
            new Step("ReadCurrentToken", 200),
            new Step("Health", 200),
            new Step("Fallback", 404));

    private static Stream<String> functions() {
        return TEMPLATE.functions().stream().map(TemplateFunction::id);
    }

    static Stream<String> functionsWithARoute() {
        return functions().filter(id -> !TEMPLATE.function(id).routes().isEmpty());
    }

    @Test
    void everyFunctionHasASampleAndEverySampleAFunction() throws IOException {
        try (Stream<Path> files = Files.list(EVENTS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            functions().map(id -> id + ".json").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("functionsWithARoute")
    void aSampleIsARequestOfItsFunctionsRoute(String function) throws IOException {
        ObjectNode event = sample(function);
        String route = event.path("routeKey").asText();
        JsonNode context = event.path("requestContext");
        String path = event.path("rawPath").asText();

        assertThat(TEMPLATE.function(function).routes()).extracting(Route::key).contains(route);
        assertThat(context.path("routeKey").asText()).isEqualTo(route);
        assertThat(context.at("/http/path").asText()).isEqualTo(path);
        assertThat(requested(event)).isIn(context.at("/http/method").asText() + " " + path, "$default");
        assertThat(event.at("/headers/content-length").asInt())
                .isEqualTo(event.path("body").asText().getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void eachSampleIsAnsweredAsItShouldBe() throws Exception {
        try (World world = World.start()) {
            Map<String, JsonNode> answers = new HashMap<>();
            for (Step step : STEPS) {
                JsonNode answer = world.invoke(step.function(), step.event(answers));
                assertThat(answer.path("statusCode").asInt())
                        .as("%s: %s", step.function(), answer)
                        .isEqualTo(step.status());
                answers.put(step.function(), answer);
            }
            assertThat(answers.keySet())
                    .containsExactlyInAnyOrderElementsOf(functionsWithARoute().toList());
            assertThat(body(requireNonNull(answers.get("ReadBalances")))
                            .at("/data/reward_balance")
                            .asInt())
                    .isEqualTo(10);
        }
    }

    @Test
    void whatHasNoRouteEndsWellWithItsSample() throws Exception {
        try (World world = World.start()) {
            for (String function : functionsWithoutARoute().toList()) {
                world.invoke(function, sample(function));
            }
        }
    }

    static Stream<String> functionsWithoutARoute() {
        return functions().filter(id -> TEMPLATE.function(id).routes().isEmpty());
    }

    static ObjectNode sample(String function) throws IOException {
        return (ObjectNode) JSON.readTree(Files.readString(EVENTS.resolve(function + ".json")));
    }

    /** What the route becomes with the path parameters in it. */
    private static String requested(ObjectNode event) {
        String request = event.path("routeKey").asText();
        for (Map.Entry<String, JsonNode> parameter :
                event.path("pathParameters").properties()) {
            request = request.replace(
                    "{" + parameter.getKey() + "}", parameter.getValue().asText());
        }
        return request;
    }

    private static String id(JsonNode answer) throws IOException {
        JsonNode body = body(answer);
        JsonNode id = body.at("/data/id");
        return (id.isMissingNode() ? body.at("/token/id") : id).asText();
    }

    private static JsonNode body(JsonNode answer) throws IOException {
        return JSON.readTree(answer.path("body").asText());
    }
}
