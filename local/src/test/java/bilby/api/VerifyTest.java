package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import bilby.api.Tables.Row;
import bilby.local.LocalServer;
import bilby.local.Options;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The proof of a ledger, on a server whose clock is moved and whose tables are tampered with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifyTest {

    private final LocalServer server = LocalServer.start(Options.free(Api.template()));
    private final Tables tables = Tables.of(server);
    private final Api api = Api.of(server);

    @AfterAll
    void stop() {
        tables.close();
        server.close();
    }

    @Test
    void aWalletThatNeverMovedIsConsistent() {
        assertThat(api.get("/profiles/" + api.profile() + "/ledgers/verify").text())
                .isEqualTo("{\"data\":{\"entries\":0,\"consistent\":true,\"first_difference\":null}}");
    }

    @Test
    void afterEachMovementTheLedgerIsConsistent() {
        String profile = api.profile();
        long definition =
                api.definition(",'is_extendable':true").data().path("id").asLong();
        long first = id(api.reward(profile, definition, ""));
        long second = id(api.reward(profile, definition, ",'value_initial':20,'value_remaining':7"));
        consistent(profile, 2);
        long points = id(api.points(profile, ",'expires_at':'2090-01-01'").data());
        id(api.points(profile, "").data());
        consistent(profile, 4);
        long redemption = redeem(profile, "'amount':14");
        api.post("/redemptions/" + redemption + "/return", "{'amount':3}");
        consistent(profile, 6);
        long another = redeem(profile, "'amount':8,'strategies':['points']");
        api.post("/redemptions/" + another + "/reversal", "");
        consistent(profile, 8);
        api.put("/rewards/" + first, "{'value_remaining':12.34,'meta':{'a':1}}");
        api.put("/points/" + points, "{'value_remaining':50}");
        api.post(
                "/rewards/extend",
                "{'profile_id':'" + profile + "','ids':[" + first + "," + second + "],'extend_days':7}");
        consistent(profile, 11);
        long paid = redeem(profile, "'amount':5");
        String sale = api.sale(",'profile_id':'" + profile + "','redemption_id':" + paid)
                .data()
                .path("id")
                .asText();
        api.delete("/transactions/" + sale);
        consistent(profile, 14);

        api.setClock("{'advance':'P60D'}");
        consistent(profile, 14);
        api.runSchedules("VerifyWallets");
        consistent(profile, 15);
        JsonNode grace = api.post("/redemptions/" + paid + "/return", "").data();
        assertThat(grace.path("items")).hasSize(1);
        api.put("/rewards/" + first, "{'expires_at':'2090-01-01'}");
        consistent(profile, 17);
        api.delete("/rewards/" + first);
        api.delete("/rewards/" + second);
        consistent(profile, 19);
        assertThat(api.delete("/profiles/" + profile + "?force=1").status()).isEqualTo(204);
        assertThat(verify(profile).status()).isEqualTo(404);
        assertThat(api.invoke("RebuildWallet", "{'profile_id':'" + profile + "','dry_run':true}")
                        .text())
                .contains("\"entries\":20", "\"consistent\":true");
    }

    /** Entry 1 issues reward R, 2 points P, 3 redeems $12 of both as redemption D, and 4 returns $1 of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wallet     | version           | N:3               | the wallet's version is 3, and 4 by the ledger",
                "wallet     | version           | N:5               | the wallet's version is 5, and 4 by the ledger",
                "wallet     | head              | S:ab              | the wallet's head is ab, and ",
                "wallet     | last_entry_at     | N:1               | the time of the wallet's last entry is ",
                "entry      | entry             | S:x               | entry 3: it cannot be read",
                "entry      | entry             | N:3               | entry 3: it cannot be read",
                "entry      |                   |                   | entry 3: it is missing",
                "reward     | profile_id        | S:00000000-0000-4000-8000-000000000002 | reward R: whose it is",
                "reward     | definition_id     | N:99              | reward R: its definition is 99.1, and ",
                "reward     | expires_at        | N:4102444800      | reward R: its span is ",
                "reward     | value_remaining   | N:5               | reward R: what it held at expiry is 0.05, and 0.00",
                "reward     | extended_at       | N:5               | reward R: when it was extended is ",
                "reward     | deleted_at        | N:5               | reward R: when it was deleted is ",
                "reward     | timezone          | S:Nowhere         | reward R cannot be read",
                "reward     |                   |                   | reward R is missing",
                "points     | expires_at        | N:4102444800      | points P: its span is ",
                "points     | value_remaining   | N:5               | points P: what they held at expiry is 0.05, and 0.00",
                "points     | value_initial     | S:x               | points P cannot be read",
                "points     |                   |                   | points P is missing",
                "redemption | type              | S:return          | redemption D: its type is ",
                "redemption | entry_version     | N:2               | redemption D: its entry is 2, and 3 by the ledger",
                "redemption | total             | N:1               | redemption D: its total is 0.01, and 12.00",
                "redemption | returned          | N:0               | redemption D: what of it was returned is 0.00, and 1.00",
                "redemption | reversed          | B:true            | redemption D: whether it was reversed is true",
                "redemption | redemption_id     | N:5               | redemption D: what it undoes is 5, and nothing",
                "redemption |                   |                   | redemption D is missing"
            })
    void whatIsTamperedWithIsTold(String table, @Nullable String name, @Nullable String value, String difference) {
        String profile = api.profile();
        long reward = id(api.reward(profile, api.definition(), ""));
        long points = id(api.points(profile, "").data());
        long redemption = redeem(profile, "'amount':12");
        api.post("/redemptions/" + redemption + "/return", "{'amount':1}");
        consistent(profile, 4);
        Row row = switch (table) {
            case "wallet" -> Tables.wallet(profile);
            case "entry" -> Tables.entry(profile, 3);
            case "reward" -> Tables.reward(reward);
            case "points" -> Tables.points(points);
            default -> Tables.redemption(redemption);
        };
        Map<String, AttributeValue> before = tables.read(row);

        if (name == null || value == null) {
            tables.delete(row);
        } else {
            tables.set(row, name, attribute(value));
        }

        Answer answer = verify(profile);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.data().path("consistent").asBoolean()).isFalse();
        assertThat(answer.data().path("first_difference").asText())
                .startsWith(difference
                        .replace("reward R", "reward " + reward)
                        .replace("points P", "points " + points)
                        .replace("redemption D", "redemption " + redemption));
        tables.put(row, before);
        consistent(profile, 4);
    }

    /** Reward R had $10, points P were a hundred; a redemption of $12 took 20 of them, and the return of $1 gave back 10. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 | line P +1000 9000 =100 | line P +1001 9001 =100 | what it gives back to P is not what was taken from it last",
                "4 | line P +1000 9000 =100 | line R +100 100        | what it gives back to R is not what was taken from it last",
                "3 | line P -2000 8000 =200 | line P -1500 8500 =200 | its points are not what their dollars cost at a rate of 0.1"
            })
    void anEntryThatMovesOtherThanTheRulesSayIsTold(int version, String said, String says, String difference) {
        String profile = api.profile();
        long reward = id(api.reward(profile, api.definition(), ""));
        long points = id(api.points(profile, "").data());
        long redemption = redeem(profile, "'amount':12");
        api.post("/redemptions/" + redemption + "/return", "{'amount':1}");
        consistent(profile, 4);
        UnaryOperator<String> named =
                text -> text.replace(" P ", " P" + points + " ").replace(" R ", " R" + reward + " ");
        Row entry = Tables.entry(profile, version);
        String text = Objects.requireNonNull(tables.read(entry).get("entry")).s();
        assertThat(text).contains(named.apply(said) + "\n");

        tables.set(entry, "entry", AttributeValue.fromS(text.replace(named.apply(said), named.apply(says))));

        assertThat(verify(profile).data().path("first_difference").asText())
                .isEqualTo("entry " + version + ": " + named.apply(difference));
    }

    @Test
    void aWalletThatIsMissingIsTold() {
        String profile = api.profile();
        assertThat(id(api.reward(profile, api.definition(), ""))).isPositive();
        Map<String, AttributeValue> wallet = tables.read(Tables.wallet(profile));
        tables.delete(Tables.wallet(profile));

        assertThat(verify(profile).text())
                .isEqualTo(
                        "{\"data\":{\"entries\":1,\"consistent\":false,\"first_difference\":\"the wallet is missing\"}}");

        tables.put(Tables.wallet(profile), wallet);
        consistent(profile, 1);
        assertThat(verify("00000000-0000-4000-8000-000000000009").status()).isEqualTo(404);
    }

    @Test
    void anEntryThatTheWalletKnowsNothingOfIsTold() {
        String profile = api.profile();
        long reward = id(api.reward(profile, api.definition(), ""));
        for (long version : new long[] {2, 7}) {
            tables.put(
                    Tables.entry(profile, version),
                    Map.of(
                            "profile_id", AttributeValue.fromS(profile),
                            "version", Tables.number(version),
                            "entry", AttributeValue.fromS("planted")));
            assertThat(verify(profile).data().path("first_difference").asText())
                    .isEqualTo("entry 2: it cannot be read");
            tables.delete(Tables.entry(profile, version));
        }
        assertThat(reward).isPositive();
        consistent(profile, 1);
    }

    private void consistent(String profile, int entries) {
        assertThat(verify(profile).text())
                .isEqualTo("{\"data\":{\"entries\":" + entries + ",\"consistent\":true,\"first_difference\":null}}");
    }

    private Answer verify(String profile) {
        return api.get("/profiles/" + profile + "/ledgers/verify");
    }

    private long redeem(String profile, String body) {
        return id(api.post("/profiles/" + profile + "/redeem", "{" + body + "}").data());
    }

    private static AttributeValue attribute(String text) {
        String value = text.substring(2);
        return switch (text.charAt(0)) {
            case 'N' -> AttributeValue.fromN(value);
            case 'B' -> AttributeValue.fromBool(Boolean.parseBoolean(value));
            default -> AttributeValue.fromS(value);
        };
    }

    private static long id(JsonNode row) {
        return row.path("id").asLong();
    }
}
