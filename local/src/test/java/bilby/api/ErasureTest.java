package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import bilby.local.LocalServer;
import bilby.local.Options;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Docs/api.md §8, "Delete": the personal data goes, from every table; the ledger stays, and can be proved. */
class ErasureTest {

    /** In all that is told of a person, so that it can be found wherever it is left. */
    private static final String MARK = "Wombat";

    private static final String PHONE = "+61400777555";

    private final LocalServer server = LocalServer.start(Options.free(Api.template()));
    private final Tables tables = Tables.of(server);
    private final Api api = Api.of(server);
    private final long definition = api.definition();

    @BeforeEach
    void stopTheClock() {
        clock("2026-02-10T00:00:00Z");
    }

    @AfterEach
    void stop() {
        tables.close();
        server.close();
    }

    @Test
    void everyTableIsFreeOfWhatWasToldOfThePerson() {
        String profile = live();
        assertThat(tables.holding(MARK)).isNotEmpty();
        assertThat(tables.holding(MARK.toLowerCase(Locale.ROOT))).isNotEmpty();
        assertThat(tables.indexed()).hasSize(3 + 2);

        assertThat(keyed("gone").delete("/profiles/" + profile + "?force=1").status())
                .isEqualTo(204);
        erase("2026-02-10T00:05:00Z", 1);

        assertThat(tables.holding(MARK)).isEmpty();
        assertThat(tables.holding(MARK.toLowerCase(Locale.ROOT))).isEmpty();
        assertThat(tables.holding(PHONE)).isEmpty();
        assertThat(tables.indexed()).isEmpty();
        assertThat(api.runSchedules("EraseProfiles").json().findValue("left").asInt())
                .isZero();
    }

    @Test
    void theLedgerCanStillBeProved() {
        String profile = live();
        api.delete("/profiles/" + profile + "?force=1");
        erase("2026-02-10T00:05:00Z", 1);
        clock("2026-02-12T00:00:00Z");

        JsonNode walk = api.runSchedules("VerifyWallets").json();

        assertThat(walk.findValue("WalletDifferences").asInt()).isZero();
        assertThat(walk.findValue("WalletsVerified").asInt()).isEqualTo(1);
    }

    @Test
    void theSaleStaysForTheShopsBooks() {
        String profile = live();
        JsonNode before =
                api.get("/profiles/" + profile + "/transactions").data().get(0);
        api.delete("/profiles/" + profile + "?force=1");
        erase("2026-02-10T00:05:00Z", 1);

        JsonNode sale = api.get("/transactions/" + before.get("id").asText()).data();

        assertThat(sale.path("profile").isNull()).isTrue();
        for (String field : List.of("total", "external_id", "receipt_ref", "transacted_at", "redemption")) {
            assertThat(sale.get(field)).as(field).isEqualTo(before.get(field));
        }
        JsonNode item = sale.path("items").get(0);
        assertThat(item.path("name")).isEqualTo(before.path("items").get(0).path("name"));
        assertThat(item.path("price_sell").isNumber()).isTrue();
    }

    @Test
    void aKeyAnswersThatNothingIsFoundAndStaysTaken() {
        String profile = api.profile();
        String body = "{'profile_id':'%s','reward_definition_id':%d,'timezone':'Australia/Melbourne'}"
                .formatted(profile, definition);
        assertThat(keyed("k").post("/rewards", body).status()).isEqualTo(201);
        assertThat(keyed("d").delete("/profiles/" + profile + "?force=1").status())
                .isEqualTo(204);

        for (String time : List.of("2026-02-10T00:00:30Z", "2026-02-10T00:05:00Z")) {
            clock(time);
            api.runSchedules("EraseProfiles");
            Answer same = keyed("k").post("/rewards", body);
            assertThat(same.status()).isEqualTo(404);
            assertThat(keyed("d").delete("/profiles/" + profile + "?force=1").status())
                    .isEqualTo(204);
        }
        assertThat(keyed("k")
                        .post("/rewards", body.replace("Melbourne", "Sydney"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nobodyElseLosesAnything() {
        String other = live();
        String deleted = api.profile();
        int before = tables.holding(MARK).size();
        api.delete("/profiles/" + deleted);
        erase("2026-02-10T00:05:00Z", 1);

        assertThat(tables.holding(MARK)).hasSize(before);
        assertThat(api.get("/profiles/" + other).data().path("first_name").asText())
                .contains(MARK);
    }

    @Test
    void itWaitsUntilTheIndexesShowAllThatWasWritten() {
        String profile = live();
        api.delete("/profiles/" + profile + "?force=1");
        erase("2026-02-10T00:00:59Z", 0);
        assertThat(tables.holding(MARK)).isNotEmpty();
        erase("2026-02-10T00:01:00Z", 1);
        assertThat(tables.holding(MARK)).isEmpty();
    }

    @Test
    void aLongLedgerIsSeenToInSeveralCommits() {
        String profile = api.profile();
        for (int i = 0; i < 95; i++) {
            api.reward(profile, definition, ",'meta':{'note':'" + MARK + "'},'external_id':'" + MARK + i + "'");
        }
        api.delete("/profiles/" + profile + "?force=1");
        erase("2026-02-10T00:05:00Z", 1);

        assertThat(tables.holding(MARK)).isEmpty();
    }

    /** Somebody of whom all is told that can be, with keys and without; some of it is deleted or changed afterwards. */
    private String live() {
        String profile = UUID.randomUUID().toString();
        keyed("profile").post("/profiles", """
                        {'id':'%s','first_name':'%s','last_name':'%2$s','email':'%2$s@example.com','mobile_phone':'%3$s',
                         'secondary_phone':'%3$s','gender':'%2$s','company':'%2$s','tags':['%2$s'],'timezone':'Australia/Melbourne',
                         'birth_day':3,'birth_month':4,'addresses':[{'street':'%2$s'}],'attributes':{'a':'%2$s'},
                         'identities':[{'handle':'card','identifier':'%2$s'}]}""".formatted(profile, MARK, PHONE));
        String path = "/profiles/" + profile;
        keyed("renamed").put(path, "{'title':'" + MARK + "'}");
        keyed("card").post(path + "/identities", "{'handle':'old','identifier':'" + MARK + "'}");
        keyed("stopped").put(path + "/identities/old", "{'identifier':'" + MARK + "-2'}");
        String meta = ",'meta':{'note':'" + MARK + "'}";
        keyed("reward").post(path + "/rewards", reward(",'external_id':'r" + MARK + "'" + meta));
        long gone = api.reward(profile, definition, meta).get("id").asLong();
        keyed("meta").put("/rewards/" + gone, "{'meta':{'note':'" + MARK + " again'}}");
        keyed("deleted").delete("/rewards/" + gone);
        keyed("points")
                .post(
                        path + "/points",
                        "{'point_definition_id':1,'value_initial':50,'description':'%s'}".formatted(MARK));
        api.points(profile, ",'external_id':'p" + MARK + "'" + meta);
        JsonNode redemption = keyed("redeem")
                .post(path + "/redeem", "{'amount':4" + meta + "}")
                .data();
        keyed("sale")
                .post(
                        "/transactions",
                        sale(",'profile_id':'%s','redemption_id':%s,'external_id':'S-1','receipt_ref':'R-1'%s"
                                .formatted(profile, redemption.get("id"), personal())));
        JsonNode anonymous =
                keyed("anonymous").post("/transactions", sale(personal())).data();
        keyed("known").put("/transactions/" + anonymous.get("id"), "{'profile_id':'" + profile + "'}");
        JsonNode deleted = keyed("sold")
                .post("/transactions", sale(",'profile_id':'" + profile + "'" + personal()))
                .data();
        api.delete("/transactions/" + deleted.get("id"));
        JsonNode unknown =
                keyed("unknown").post("/transactions", sale(personal())).data();
        keyed("found").put("/transactions/" + unknown.get("id"), "{'profile_id':'" + profile + "'}");
        api.delete("/transactions/" + unknown.get("id"));
        keyed("return").post("/redemptions/" + redemption.get("id") + "/return", "{'amount':1" + meta + "}");
        return profile;
    }

    private static String personal() {
        return """
                ,'receipt_email':'%1$s@example.com','tags':['%1$s'],'payments':[{'card':'%1$s'}],'systems':[{'till':'%1$s'}],
                'tender':'%1$s','custom_fields':{'a':'%1$s'},'meta':{'a':'%1$s'}""".formatted(MARK);
    }

    private static String sale(String more) {
        return """
                {'total':12,'timezone':'Australia/Melbourne','transacted_at':'2026-02-10 11:00:00',
                'items':[{'name':'Hat','quantity':1,'price_current':12,'price_sell':12,'tags':['%1$s'],'meta':{'a':'%1$s'},
                'product_variant':{'engraving':'%1$s'},'discounts':[{'amount':1,'reason_desc':'%1$s'}]}]%2$s}""".formatted(MARK, more);
    }

    private String reward(String more) {
        return "{'reward_definition_id':%d,'timezone':'Australia/Melbourne'%s}".formatted(definition, more);
    }

    private Api keyed(String key) {
        return api.with("Idempotency-Key", key);
    }

    private void erase(String time, int erased) {
        clock(time);
        Answer answer = api.runSchedules("EraseProfiles");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().findValue("erased").asInt()).isEqualTo(erased);
    }

    private void clock(String time) {
        assertThat(api.setClock("{'now':'" + time + "'}").status()).isEqualTo(200);
    }
}
