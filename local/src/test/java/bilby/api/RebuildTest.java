package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import bilby.api.Tables.Row;
import bilby.local.LocalServer;
import bilby.local.Options;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Wallets that are torn on purpose, as by a restore of some tables to an earlier time, and rebuilt. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebuildTest {

    private static final int SOME = 100;

    private final LocalServer server = LocalServer.start(Options.free(Api.template()));
    private final Tables tables = Tables.of(server);
    private final Api api = Api.of(server);
    private final long definition = api.definition();
    private String profile = "";
    private long reward;
    private long points;

    @AfterAll
    void stop() {
        tables.close();
        server.close();
    }

    @BeforeEach
    void aMemberHasTenDollarsAndAHundredPoints() {
        profile = api.profile();
        reward = id(api.reward(profile, definition, ",'meta':{'a':1}"));
        points = id(api.points(profile, ",'description':'d'").data());
    }

    @Test
    void whatIsConsistentStaysAsItIs() {
        assertThat(rebuild().text())
                .isEqualTo("{\"entries\":2,\"version_before\":2,\"rewritten_rows\":0,\"consistent\":true}");
        assertThat(balances()).isEqualTo("10 100");
    }

    @Test
    void aWalletOlderThanTheLedgerComesToIt() {
        Map<String, AttributeValue> earlier = tables.read(wallet());
        redeem(4);
        tables.put(wallet(), earlier);
        assertThat(balances()).isEqualTo("10 100");
        assertThat(difference()).startsWith("the wallet's version is 2, and 3");

        rebuilt(3, 2, 0);
        assertThat(balances()).isEqualTo("6 100");
        redeem(1);
        assertThat(balances()).isEqualTo("5 100");
        consistent();
    }

    @Test
    void aWalletNewerThanTheLedgerGoesBackToIt() {
        long lost = redeem(4);
        Row row = Tables.redemption(lost);
        api.put("/rewards/" + reward, "{'value_remaining':3,'expires_at':'2090-01-01'}");
        tables.delete(Tables.entry(profile, 3));
        tables.delete(Tables.entry(profile, 4));

        // What the wallet alone still knows is lost only where the operator says so.
        assertThat(rebuild("'dry_run':false").json().path("message").asText()).contains("accept_loss");
        assertThat(balances()).isEqualTo("3 100");
        rebuilt(2, 4, 1);
        assertThat(balances()).isEqualTo("10 100");
        assertThat(tables.read(row)).isNotEmpty();
        redeem(1);
        assertThat(balances()).isEqualTo("9 100");
        // The entry that the lost redemption names is another's by now.
        assertThat(api.post("/redemptions/" + lost + "/return", "").status()).isEqualTo(404);
        assertThat(balances()).isEqualTo("9 100");
        consistent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "7", "'x'", "{}", "{'profile_id':null}", "{'profile_id':7}"})
    void anEventThatNamesNobodyIsToldWhatIsMissing(String event) {
        Answer answer = api.invoke("RebuildWallet", event);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("message").asText()).contains("profile_id");
        assertThat(answer.json().path("consistent").asBoolean()).isFalse();
    }

    @Test
    void aWalletThatIsMissingIsMadeAnew() {
        redeem(4);
        tables.delete(wallet());

        assertThat(rebuild("'dry_run':true").json().path("first_difference").asText())
                .isEqualTo("the wallet is missing");
        JsonNode report = rebuild().json();
        assertThat(report.path("version_before").isMissingNode()).isTrue();
        assertThat(report.path("consistent").asBoolean()).isTrue();
        assertThat(balances()).isEqualTo("6 100");
    }

    @Test
    void aWalletThatCannotBeReadIsMadeAnew() {
        tables.set(wallet(), "lots", AttributeValue.fromL(List.of(AttributeValue.fromS("planted"))));
        rebuilt(2, 2, 0);
        assertThat(balances()).isEqualTo("10 100");
    }

    @Test
    void rowsThatAreMissingAreMadeAnewFromTheLedger() {
        long redemption = redeem(4);
        JsonNode before = api.get("/rewards/" + reward).data();
        tables.delete(Tables.reward(reward));
        tables.delete(Tables.points(points));
        tables.delete(Tables.redemption(redemption));

        rebuilt(3, 3, 3);
        JsonNode after = api.get("/rewards/" + reward).data();
        for (String field : new String[] {
            "profile_id",
            "timezone",
            "value_initial",
            "value_remaining",
            "issued_at",
            "expires_at",
            "definition",
            "version"
        }) {
            assertThat(after.get(field)).as(field).isEqualTo(before.get(field));
        }
        assertThat(after.get("meta").isNull()).isTrue();
        assertThat(api.get("/points/" + points).data().path("value_remaining").asInt())
                .isEqualTo(100);
        api.post("/redemptions/" + redemption + "/return", "");
        assertThat(balances()).isEqualTo("10 100");
        consistent();
    }

    @Test
    void aGraceThatIsMissingIsAGraceAgain() {
        long redemption = redeem(4);
        api.delete("/rewards/" + reward);
        JsonNode undo = api.post("/redemptions/" + redemption + "/return", "").data();
        long grace = undo.at("/items/0/id").asLong();
        tables.delete(Tables.reward(grace));

        rebuilt(5, 5, 1);
        JsonNode made = api.get("/rewards/" + grace).data();
        assertThat(made.path("source_type").asText()).isEqualTo("return");
        assertThat(made.path("source_id")).isEqualTo(undo.path("id"));
        assertThat(api.get("/rewards/" + reward).status()).isEqualTo(404);
    }

    @Test
    void rowsOfAnotherTimeAreMadeTrueAndKeepWhatOnlyTheyKnow() {
        long redemption = redeem(4);
        Map<Row, Map<String, AttributeValue>> earlier = new LinkedHashMap<>();
        for (Row row : new Row[] {Tables.redemption(redemption), Tables.reward(reward), Tables.points(points)}) {
            earlier.put(row, tables.read(row));
        }
        api.post("/redemptions/" + redemption + "/return", "{'amount':1}");
        api.put("/rewards/" + reward, "{'expires_at':'2090-01-01','meta':{'a':2}}");
        api.put("/points/" + points, "{'expires_at':'2090-01-01'}");
        earlier.forEach(tables::put);

        rebuilt(6, 6, 3);
        assertThat(api.get("/redemptions/" + redemption)
                        .data()
                        .path("total_returned")
                        .asInt())
                .isEqualTo(1);
        JsonNode after = api.get("/rewards/" + reward).data();
        assertThat(after.path("expires_local_at").asText()).startsWith("2090-01-01");
        assertThat(after.at("/meta/a").asInt()).isEqualTo(1);
        assertThat(api.get("/points/" + points).data().path("description").asText())
                .isEqualTo("d");
        assertThat(balances()).isEqualTo("7 100");
    }

    @Test
    void whatTheLedgerDoesNotKnowIsLeftAndHoldsNothing() {
        long later = id(api.reward(profile, definition, ""));
        Map<String, AttributeValue> row = tables.read(Tables.reward(later));
        tables.delete(Tables.entry(profile, 3));

        rebuilt(2, 3, 0);
        assertThat(tables.read(Tables.reward(later))).isEqualTo(row);
        assertThat(api.get("/rewards/" + later).data().path("value_remaining").asInt())
                .isZero();
        assertThat(api.delete("/rewards/" + later).status()).isEqualTo(204);
        consistent();
        rebuilt(3, 3, 0);
    }

    @Test
    void manyRowsTakeManyCommits() {
        for (int i = 0; i < SOME; i++) {
            api.reward(profile, definition, "");
        }
        for (JsonNode row :
                api.get("/profiles/" + profile + "/rewards?page[size]=100").data()) {
            tables.delete(Tables.reward(id(row)));
        }
        rebuilt(SOME + 2, SOME + 2, SOME);
        rebuilt(SOME + 2, SOME + 2, 0);
        assertThat(balances()).isEqualTo("1010 100");
    }

    @Test
    void aDryRunSaysWhatItWouldDoAndDoesNothing() {
        redeem(4);
        tables.delete(Tables.reward(reward));
        tables.set(wallet(), "version", Tables.number(9));
        Map<String, AttributeValue> before = tables.read(wallet());

        JsonNode report = rebuild("'dry_run':true,'accept_loss':true").json();
        assertThat(report.path("entries").asInt()).isEqualTo(3);
        assertThat(report.path("version_before").asInt()).isEqualTo(9);
        assertThat(report.path("rewritten_rows").asInt()).isEqualTo(1);
        assertThat(report.path("consistent").asBoolean()).isFalse();
        assertThat(report.path("first_difference").asText()).startsWith("the wallet's version is 9, and 3");
        assertThat(tables.read(wallet())).isEqualTo(before);
        assertThat(tables.read(Tables.reward(reward))).isEmpty();
        rebuilt(3, 9, 1);
    }

    @Test
    void aBrokenLedgerRebuildsNothing() {
        redeem(4);
        redeem(1);
        Row third = Tables.entry(profile, 3);
        String text = tables.read(third)
                .getOrDefault("entry", AttributeValue.fromS(""))
                .s();
        tables.set(third, "entry", AttributeValue.fromS(text.replace("rate 0.1", "rate 0.2")));
        tables.delete(Tables.reward(reward));
        tables.set(wallet(), "version", Tables.number(9));
        Map<String, AttributeValue> before = tables.read(wallet());

        JsonNode report = rebuild().json();
        assertThat(report.path("consistent").asBoolean()).isFalse();
        assertThat(report.path("first_difference").asText())
                .startsWith("entry 4: the hash of the entry before it is not");
        assertThat(report.path("rewritten_rows").asInt()).isZero();
        assertThat(tables.read(wallet())).isEqualTo(before);
        assertThat(tables.read(Tables.reward(reward))).isEmpty();
    }

    @Test
    void ofADeletedProfileOnlyTheWalletIsWritten() {
        Map<String, AttributeValue> earlier = tables.read(wallet());
        api.delete("/profiles/" + profile + "?force=1");
        tables.put(wallet(), earlier);
        tables.delete(Tables.reward(reward));

        rebuilt(3, 2, 0);
        assertThat(tables.read(wallet())).containsEntry("open", AttributeValue.fromBool(false));
        assertThat(tables.read(Tables.reward(reward))).isEmpty();
        rebuilt(3, 3, 0);
    }

    @Test
    void whoShopsMeanwhileLosesNothing() {
        Map<String, AttributeValue> row = tables.read(Tables.reward(reward));
        Together.call(20, number -> {
            if (number % 4 == 0) {
                tables.put(Tables.reward(reward), row);
                return rebuild();
            }
            return api.post("/profiles/" + profile + "/redeem", "{'amount':0.5}");
        });
        assertThat(rebuild().json().path("consistent").asBoolean()).isTrue();
        assertThat(balances()).isEqualTo("2.5 100");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'profile_id':'x'}",
                "{'profile_id':7}",
                "{'profile_id':null}",
                "{'profile_id':'00000000-0000-4000-8000-000000000002'}",
                "{'profile_id':'00000000-0000-4000-8000-000000000002','dry_run':'false'}",
                "{'profile_id':'00000000-0000-4000-8000-000000000002','dry_run':null}"
            })
    void whatNamesNobodyDoesNothing(String event) {
        JsonNode report = api.invoke("RebuildWallet", event).json();
        assertThat(report.path("consistent").asBoolean()).isFalse();
        assertThat(report.path("message").asText()).isNotEmpty();
        assertThat(tables.read(Tables.wallet("00000000-0000-4000-8000-000000000002")))
                .isEmpty();
    }

    private void rebuilt(int entries, int versionBefore, int rows) {
        assertThat(rebuild().text())
                .isEqualTo("{\"entries\":" + entries + ",\"version_before\":" + versionBefore + ",\"rewritten_rows\":"
                        + rows + ",\"consistent\":true}");
    }

    private Answer rebuild() {
        return rebuild("'accept_loss':true");
    }

    private Answer rebuild(String more) {
        return api.invoke("RebuildWallet", "{'profile_id':'" + profile + "'," + more + "}");
    }

    private void consistent() {
        JsonNode data = api.get("/profiles/" + profile + "/ledgers/verify").data();
        assertThat(data.path("consistent").asBoolean()).as(data.toString()).isTrue();
    }

    private String difference() {
        return api.get("/profiles/" + profile + "/ledgers/verify")
                .data()
                .path("first_difference")
                .asText();
    }

    private Row wallet() {
        return Tables.wallet(profile);
    }

    private long redeem(int amount) {
        return id(api.post("/profiles/" + profile + "/redeem", "{'amount':" + amount + "}")
                .data());
    }

    /** Dollars of rewards, and points. */
    private String balances() {
        JsonNode data = api.get("/profiles/" + profile + "/balances").data();
        return data.path("reward_balance").asText() + " "
                + data.path("point_balance").asText();
    }

    private static long id(JsonNode row) {
        return row.path("id").asLong();
    }
}
