package bilby.local;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.packaged.FunctionsZip;
import bilby.packaged.Sandbox;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * The release before this one and this one over the same wallets, in turn, as while a deployment goes on or is taken back: each
 * reads what the other wrote. The variable {@code BILBY_PREVIOUS_ZIP} says where that release's functions.zip is.
 */
@Tag("packaged")
@EnabledIfEnvironmentVariable(named = "BILBY_PREVIOUS_ZIP", matches = ".+")
class ReleasesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROUNDS = 4;

    @TempDir
    private Path directory;

    /** A release's functions, each in a process that is started when it is first called. */
    private static final class Release implements AutoCloseable {
        private final FunctionsZip zip;
        private final World world;
        private final Map<String, Sandbox> sandboxes = new HashMap<>();

        Release(FunctionsZip zip, World world) {
            this.zip = zip;
            this.world = world;
        }

        /** Gives a function its sample, for another id and with another body. */
        JsonNode call(String function, int status, String id, String body) throws IOException, InterruptedException {
            ObjectNode event = EventsTest.sample(function);
            event.withObject("/pathParameters").put("id", id);
            event.put("body", body);
            Sandbox sandbox = sandboxes.computeIfAbsent(
                    function,
                    name -> Sandbox.start(
                            zip, world.template().function(name), world.variables(name, world.dynamoDbUri())));
            JsonNode answer = JSON.readTree(sandbox.invoke(event.toString()));
            assertThat(answer.path("statusCode").asInt())
                    .as("%s: %s", function, answer)
                    .isEqualTo(status);
            return JSON.readTree(answer.path("body").asText()).path("data");
        }

        JsonNode call(String function, int status, String body) throws IOException, InterruptedException {
            return call(function, status, "1", body);
        }

        @Override
        public void close() {
            sandboxes.values().forEach(Sandbox::close);
        }
    }

    @Test
    void eachReadsWhatTheOtherWroteAndTheLedgerVerifiesByBoth() throws Exception {
        try (World world = World.start();
                Release before = new Release(previous(), world);
                Release now = new Release(FunctionsZip.unpack(FunctionsZip.BUILT, directory.resolve("now")), world)) {
            before.call("CreateRewardDefinition", 201, body("CreateRewardDefinition"));
            before.call("CreateProfile", 201, body("CreateProfile"));
            for (int round = 0; round < ROUNDS; round++) {
                turn(round % 2 == 0 ? before : now, round % 2 == 0 ? now : before, round);
            }
            JsonNode balances = now.call("ReadBalances", 200, "");
            assertThat(before.call("ReadBalances", 200, "")).isEqualTo(balances);
            // Each round issues $10 and 100 points, which are $10 more, and spends $4 of it for good.
            assertThat(balances.path("combined_balance_dollars").asInt()).isEqualTo(ROUNDS * 16);
            for (Release release : new Release[] {before, now}) {
                JsonNode proof = release.call("VerifyLedger", 200, "");
                assertThat(proof.path("consistent").asBoolean()).as("%s", proof).isTrue();
            }
        }
    }

    /** What one release does, the other goes on with. */
    private static void turn(Release one, Release other, int round) throws IOException, InterruptedException {
        String reward =
                one.call("IssueReward", 201, body("IssueReward")).path("id").asText();
        assertThat(other.call("ReadReward", 200, reward, "")
                        .path("value_remaining")
                        .asInt())
                .isEqualTo(10);
        other.call("IssuePoints", 201, body("IssuePoints"));
        String returned = redeem(one, 3);
        String reversed = redeem(other, 2);
        String kept = redeem(one, 4);
        other.call("ReturnRedemption", 201, returned, json("{'amount':'3'}"));
        one.call("ReverseRedemption", 201, reversed, "{}");
        other.call(
                "CreateSale",
                201,
                json(
                        "{'profile_id':'3f2b8c1e-6d4a-4e0b-9a57-1c2d3e4f5a6b','external_id':'T-" + round
                                + "','redemption_id':"
                                + kept + ",'total':'4','timezone':'Australia/Melbourne',"
                                + "'transacted_at':'2026-02-10 12:59:59','items':[{'name':'Towel','quantity':'1','price_current':'4','price_sell':'4'}]}"));
        assertThat(one.call("ReadRedemption", 200, kept, "")
                        .at("/transaction/external_id")
                        .asText())
                .isEqualTo("T-" + round);
    }

    private static String redeem(Release release, int dollars) throws IOException, InterruptedException {
        JsonNode redeemed = release.call(
                "RedeemRewards", 201, json("{'amount':'" + dollars + "','strategies':['points','rewards']}"));
        assertThat(redeemed.path("total").asInt()).isEqualTo(dollars);
        return redeemed.path("id").asText();
    }

    /** Single quotes stand for double ones, so that it is readable. */
    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static String body(String function) throws IOException {
        return EventsTest.sample(function).path("body").asText();
    }

    private FunctionsZip previous() throws IOException {
        return FunctionsZip.unpack(Path.of(System.getenv("BILBY_PREVIOUS_ZIP")), directory.resolve("before"));
    }
}
