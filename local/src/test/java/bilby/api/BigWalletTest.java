package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import bilby.local.StillServer;
import bilby.wallet.LotKind;
import bilby.wallet.Span;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Wallets as large as they get. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BigWalletTest {

    private static final Instant ISSUED = Instant.parse("2024-12-01T00:00:00Z");
    private static final Span OVER = Span.of(ISSUED, Instant.parse("2024-12-31T00:00:00Z"));
    private static final Span LIVING = Span.of(ISSUED, Instant.parse("2025-12-31T00:00:00Z"));
    private static final Span ENDLESS = Span.from(ISSUED);

    private final StillServer server = StillServer.start();
    private final Api api = Api.of(server);
    private final String profile = api.profile();
    private final long definition = api.definition();
    private final Stock stock = new Stock(server.store(), profile, definition);

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void fifteenHundredRewardsAreSpentAndGivenBackInOneCommitEach() {
        stock.issue(1_500, 100, LIVING);
        assertThat(balance(profile)).isEqualTo(1_500);
        Api keyed = api.with("Idempotency-Key", Api.unique());

        int commits = server.commits();
        Answer redeemed = keyed.post(redeem(profile), "{'amount':1500,'strict':true}");
        assertThat(server.commits()).isEqualTo(commits + 1);
        assertThat(redeemed.status()).as(redeemed.text()).isEqualTo(201);
        assertThat(redeemed.data().get("items")).hasSize(1_500);
        assertThat(version(profile)).isEqualTo(1_501);
        assertThat(balance(profile)).isZero();

        Answer replayed = keyed.post(redeem(profile), "{'amount':1500,'strict':true}");
        assertThat(replayed.text()).isEqualTo(redeemed.text());
        assertThat(replayed.headers().firstValue("Idempotent-Replayed")).contains("true");

        Answer reversed = api.post("/redemptions/" + redeemed.data().get("id") + "/reversal", "");
        assertThat(reversed.status()).as(reversed.text()).isEqualTo(201);
        assertThat(reversed.data().get("items")).hasSize(1_500);
        assertThat(version(profile)).isEqualTo(1_502);
        assertThat(balance(profile)).isEqualTo(1_500);

        String again =
                api.post(redeem(profile), "{'amount':1500}").data().get("id").asText();
        for (String amount : new String[] {"400.5", "600", "499.5"}) {
            Answer part = api.post("/redemptions/" + again + "/return", "{'amount':" + amount + "}");
            assertThat(part.status()).as(part.text()).isEqualTo(201);
        }
        assertThat(balance(profile)).isEqualTo(1_500);
        assertThat(version(profile)).isEqualTo(1_506);
        assertThat(api.get("/redemptions/" + again).data().get("items")).hasSize(1_500);
        itIsConsistent(profile);
    }

    @Test
    void aFullWalletTakesNothingNewButStillTakesBack() {
        String member = api.profile();
        Stock full = new Stock(server.store(), member, definition);
        full.issue(2_000, 100, LIVING);

        assertThat(issue(member).errors()).containsExactly("profile_id");
        assertThat(api.points(member, "").errors()).containsExactly("profile_id");
        assertThat(balance(member)).isEqualTo(2_000);

        String redemption =
                api.post(redeem(member), "{'amount':10}").data().get("id").asText();
        for (int i = 0; i < 10; i++) {
            assertThat(issue(member).status()).isEqualTo(201);
        }
        assertThat(issue(member).errors()).containsExactly("profile_id");
        Answer back = api.post("/redemptions/" + redemption + "/return", "");
        assertThat(back.status()).as(back.text()).isEqualTo(201);
        assertThat(back.data().get("items")).hasSize(10);
        assertThat(balance(member)).isEqualTo(2_100);
        assertThat(issue(member).errors()).containsExactly("profile_id");

        String all = api.post(redeem(member), "{'amount':2100,'strict':true}")
                .data()
                .get("id")
                .asText();
        assertThat(balance(member)).isZero();
        assertThat(api.post("/redemptions/" + all + "/return", "").status()).isEqualTo(201);
        assertThat(balance(member)).isEqualTo(2_100);
        itIsConsistent(member);
        assertThat(api.delete("/profiles/" + member + "?force=1").status()).isEqualTo(204);
    }

    @Test
    void aWalletThatIsCrowdedWithWhatHasExpiredMakesRoomByRecordingIt() {
        String member = api.profile();
        Stock crowd = new Stock(server.store(), member, definition);
        long first = crowd.issue(4_000, 100, OVER);
        assertThat(balance(member)).isZero();

        // With a claim and a key, so that the commit has as many actions as it can have.
        Answer answer =
                api.with("Idempotency-Key", Api.unique()).post("/rewards", body(member, ",'external_id':'crowd'"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(balance(member)).isEqualTo(10);
        JsonNode entries =
                api.get("/profiles/" + member + "/ledgers?page[size]=2").data();
        assertThat(entries.at("/0/action").asText()).isEqualTo("issue");
        assertThat(entries.at("/1/action").asText()).isEqualTo("expire");
        assertThat(entries.at("/1/items")).hasSize(90);
        assertThat(entries.at("/1/dollar_value").asInt()).isEqualTo(-90);
        assertThat(version(member)).isEqualTo(4_002);
        JsonNode recorded = api.get("/rewards/" + first).data();
        assertThat(recorded.get("is_expired").asBoolean()).isTrue();
        assertThat(recorded.get("value_remaining").asInt()).isEqualTo(1);
        itIsConsistent(member);

        // There is room again, so that nothing needs to be recorded before the next.
        assertThat(issue(member).data().get("version").asInt()).isEqualTo(4_003);
    }

    @Test
    void whatNoItemCanHoldIsRefusedAndNothingMoves() {
        String member = api.profile();
        Stock tooMuch = new Stock(server.store(), member, definition);
        tooMuch.issue(2_000, 100, LIVING);
        String redemption = api.post(redeem(member), "{'amount':2000,'strict':true}")
                .data()
                .get("id")
                .asText();
        tooMuch.open(6_700, LotKind.REWARD, 100, LIVING);

        Answer refused = api.post("/redemptions/" + redemption + "/return", "");

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.errors()).containsExactly("amount");
        assertThat(version(member)).isEqualTo(2_002);
        assertThat(balance(member)).isEqualTo(6_700);
        assertThat(api.post("/redemptions/" + redemption + "/return", "{'amount':100}")
                        .status())
                .isEqualTo(201);
        assertThat(api.post(redeem(member), "{'amount':6800,'strict':true}").status())
                .isEqualTo(201);
        assertThat(api.post("/redemptions/" + redemption + "/return", "").status())
                .isEqualTo(201);
    }

    @Test
    void whatNoEntryCanHoldIsRedeemedInParts() {
        String member = api.profile();
        Stock points = new Stock(server.store(), member, definition);
        points.open(4_850, LotKind.POINT, 12_345_678, ENDLESS);
        points.open(4_850, LotKind.POINT, 12_345_678, ENDLESS);

        for (String query : new String[] {"", "?dry_run=1"}) {
            Answer refused = api.post(redeem(member) + query, "{'amount':200000000}");
            assertThat(refused.status()).as(refused.text()).isEqualTo(422);
            assertThat(refused.errors()).containsExactly("amount");
        }
        assertThat(version(member)).isEqualTo(2);
        assertThat(api.post(redeem(member), "{'amount':100000000,'strict':true}")
                        .status())
                .isEqualTo(201);
    }

    private Answer issue(String member) {
        return api.post("/rewards", body(member, ""));
    }

    private String body(String member, String more) {
        return "{'profile_id':'" + member + "','timezone':'UTC','reward_definition_id':" + definition + more + "}";
    }

    private static String redeem(String member) {
        return "/profiles/" + member + "/redeem";
    }

    private int balance(String member) {
        return api.get("/profiles/" + member + "/balances")
                .data()
                .get("reward_balance")
                .asInt();
    }

    /** Each movement is a version. */
    private int version(String member) {
        return api.get("/profiles/" + member + "/ledgers?page[size]=1")
                .json()
                .at("/meta/total")
                .asInt();
    }

    private void itIsConsistent(String member) {
        JsonNode proof = api.proof(member);
        assertThat(proof.get("consistent").asBoolean()).as(proof.toString()).isTrue();
    }
}
