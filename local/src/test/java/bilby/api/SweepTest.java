package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.LocalServer;
import bilby.local.Options;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The walk over all wallets, on a server whose clock is moved: it records what has expired, and changes no answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SweepTest {

    private final LocalServer server = LocalServer.start(Options.free(Api.template()));
    private final Tables tables = Tables.of(server);
    private final Api api = Api.of(server);
    private final long definition = api.definition();
    private String profile = "";

    @AfterAll
    void stop() {
        tables.close();
        server.close();
    }

    @BeforeEach
    void aMemberWhoseSixDollarsAndTwentyPointsExpireTomorrow() {
        api.setClock("{'advance':'P40D'}");
        sweep();
        profile = member();
    }

    @Test
    void itRecordsWhatHasExpiredAndChangesNoAnswer() {
        aDayAndMoreLater();
        JsonNode reward = reward();
        JsonNode points = points();
        JsonNode balances = balances();
        assertThat(reward.path("value_remaining").asText()).isEqualTo("6");
        assertThat(points.path("value_remaining").asText()).isEqualTo("20");

        JsonNode metrics = sweep();

        assertThat(metrics.path("LotsExpired").asInt()).isEqualTo(2);
        assertThat(metrics.path("WalletDifferences").asInt()).isZero();
        assertThat(metrics.path("WalletsSkipped").asInt()).isZero();
        assertThat(metrics.path("WalkCoverage").asInt()).isEqualTo(100);
        assertThat(withoutVersion(reward())).isEqualTo(withoutVersion(reward));
        assertThat(withoutVersion(points())).isEqualTo(withoutVersion(points));
        assertThat(balances()).isEqualTo(balances);
        JsonNode entry = api.get("/profiles/" + profile + "/ledgers").data().get(0);
        assertThat(entry.path("action").asText()).isEqualTo("expire");
        assertThat(entry.path("dollar_value").asText()).isEqualTo("-6");
        assertThat(entry.path("point_value").asText()).isEqualTo("-20");
        assertThat(entry.path("dollar_balance").asText()).isEqualTo("0");
        assertThat(entry.path("items")).hasSize(2);
        assertConsistent();
    }

    @Test
    void itDoesNothingAgainUntilItsHoursHavePassed() {
        aDayAndMoreLater();
        sweep();
        String later = member();
        api.setClock("{'advance':'PT23H59M'}");
        JsonNode resting = sweep();
        assertThat(resting.path("WalletsVerified").asInt()).isZero();
        assertThat(resting.path("WalkCoverage").asInt()).isEqualTo(100);

        api.setClock("{'advance':'PT48H'}");
        JsonNode metrics = sweep();
        assertThat(metrics.path("WalletsVerified").asInt()).isPositive();
        assertThat(metrics.path("LotsExpired").asInt()).isEqualTo(2);
        assertThat(entries(profile)).isEqualTo(4);
        assertThat(entries(later)).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFutureExpiryReopensItWithWhatItHeldWhetherOrNotItWasRecorded(boolean isSwept) {
        aDayAndMoreLater();
        if (isSwept) {
            sweep();
        }
        assertThat(entries(profile)).isEqualTo(isSwept ? 4 : 3);
        JsonNode reopened = api.put("/rewards/" + reward().path("id").asText(), "{'expires_at':'2090-01-01'}")
                .data();
        assertThat(reopened.path("value_remaining").asText()).isEqualTo("6");
        assertThat(reopened.path("is_active").asBoolean()).isTrue();
        JsonNode points = api.put("/points/" + points().path("id").asText(), "{'expires_at':'2090-01-01'}")
                .data();
        assertThat(points.path("value_remaining").asText()).isEqualTo("20");
        assertThat(balances().path("combined_balance_dollars").asText()).isEqualTo("8");
        assertConsistent();
        assertThat(api.post("/profiles/" + profile + "/redeem", "{'amount':8,'strict':true}")
                        .status())
                .isEqualTo(201);
        assertConsistent();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsGivenBackGoesTheSameWayWhetherOrNotItsExpiryWasRecorded(boolean isSwept) {
        String redemption = api.get("/profiles/" + profile + "/redemptions")
                .data()
                .get(0)
                .path("id")
                .asText();
        aDayAndMoreLater();
        if (isSwept) {
            sweep();
        }
        JsonNode data = api.post("/redemptions/" + redemption + "/return", "{'amount':4}")
                .data();
        assertThat(data.path("total_forfeited").asInt()).isZero();
        assertThat(balances().path("reward_balance").asText()).isEqualTo("4");
        assertThat(reward().path("value_remaining").asText()).isEqualTo("6");
        assertConsistent();
    }

    @Test
    void aWalletThatIsTornIsToldAndNotMoved() {
        aDayAndMoreLater();
        for (int version : List.of(2, 4)) {
            tables.set(Tables.wallet(profile), "version", Tables.number(version));
            JsonNode metrics = sweep();
            assertThat(metrics.path("WalletDifferences").asInt()).isEqualTo(1);
            assertThat(metrics.path("LotsExpired").asInt()).isZero();
            assertThat(metrics.path("WalkCoverage").asInt()).isEqualTo(100);
            assertThat(tables.read(Tables.entry(profile, version + 1L)).isEmpty())
                    .isEqualTo(version == 4);
            api.setClock("{'advance':'PT25H'}");
        }
        api.invoke("RebuildWallet", "{'profile_id':'" + profile + "','accept_loss':true}");
        assertThat(sweep().path("LotsExpired").asInt()).isEqualTo(2);
        assertConsistent();
    }

    @Test
    void aWalletThatCannotBeReadIsSkippedAndKeepsNoOtherFromBeingProved() {
        String other = member();
        tables.set(Tables.wallet(profile), "lots", AttributeValue.fromL(List.of(AttributeValue.fromS("planted"))));
        aDayAndMoreLater();
        JsonNode metrics = sweep();
        assertThat(metrics.path("WalletsSkipped").asInt()).isEqualTo(1);
        assertThat(metrics.path("LotsExpired").asInt()).isEqualTo(2);
        assertThat(metrics.path("WalkCoverage").asInt()).isEqualTo(100);
        assertThat(entries(other)).isEqualTo(4);
        api.invoke("RebuildWallet", "{'profile_id':'" + profile + "'}");
        assertConsistent();
    }

    @Test
    void aRowThatIsMissingIsADifferenceUntilItIsRebuilt() {
        tables.delete(Tables.reward(reward().path("id").asLong()));
        aDayAndMoreLater();
        JsonNode metrics = sweep();
        assertThat(metrics.path("WalletDifferences").asInt()).isEqualTo(1);
        api.invoke("RebuildWallet", "{'profile_id':'" + profile + "'}");
        aDayAndMoreLater();
        assertThat(sweep().path("LotsExpired").asInt()).isEqualTo(2);
        assertConsistent();
    }

    /** A reward of $10 of which $4 were redeemed, and 20 points. */
    private String member() {
        String member = api.profile();
        String expires = server.clock().instant().plusSeconds(86_400).toString();
        api.reward(member, definition, ",'expires_at':'" + expires + "'");
        api.points(member, ",'value_initial':20,'expires_at':'" + expires + "'");
        api.post("/profiles/" + member + "/redeem", "{'amount':4}");
        return member;
    }

    private void aDayAndMoreLater() {
        api.setClock("{'advance':'P3D'}");
    }

    private JsonNode sweep() {
        return api.runSchedules("VerifyWallets").data();
    }

    private JsonNode reward() {
        return api.get("/profiles/" + profile + "/rewards?sort=issued_at")
                .data()
                .get(0);
    }

    private JsonNode points() {
        return api.get("/profiles/" + profile + "/points").data().get(0);
    }

    private JsonNode balances() {
        return api.get("/profiles/" + profile + "/balances").data();
    }

    private int entries(String member) {
        return api.get("/profiles/" + member + "/ledgers/verify")
                .data()
                .path("entries")
                .asInt();
    }

    private void assertConsistent() {
        JsonNode data = api.get("/profiles/" + profile + "/ledgers/verify").data();
        assertThat(data.path("consistent").asBoolean()).as(data.toString()).isTrue();
    }

    private static JsonNode withoutVersion(JsonNode row) {
        return ((ObjectNode) row.deepCopy()).without("version");
    }
}
