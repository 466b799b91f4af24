package bilby.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import bilby.birthday.BirthdayPlace;
import bilby.cost.Cost;
import bilby.local.StillServer;
import bilby.wallet.Span;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** What each operation costs on a wallet of so many open rewards of $10. */
final class Costs {

    private static final Span LIVING =
            Span.of(Instant.parse("2024-12-01T00:00:00Z"), Instant.parse("2025-12-31T00:00:00Z"));

    private final StillServer server;
    private final Api api;
    private final String profile;
    private final long definition;
    private final Map<String, Cost> costs = new LinkedHashMap<>();

    /** @param birthday a day in May of 2025 that is no other member's birthday */
    private Costs(StillServer server, int birthday) {
        server.setClock("2025-03-10T01:00:00Z");
        this.server = server;
        this.api = Api.of(server);
        this.profile = api.post(
                        "/profiles",
                        "{'first_name':'Ada','birth_day':" + birthday + ",'birth_month':5,'timezone':'UTC'}")
                .data()
                .path("id")
                .asText();
        this.definition = api.definition();
    }

    /** In an order in which each finds what it needs; the wallet keeps its rewards until the last two. */
    static Map<String, Cost> of(StillServer server, int lots, int birthday) {
        Costs costs = new Costs(server, birthday);
        new Stock(server.store(), costs.profile, costs.definition).issue(lots, 1_000, LIVING);
        costs.measure();
        costs.measureBirthday("2025-05-" + birthday);
        costs.measureTheEnd();
        return costs.costs;
    }

    /** Proving a member of whom a year's ledger tells: twelve rewards, and eight redemptions of which four paid for sales. */
    static Cost ofProof(StillServer server) {
        Costs costs = new Costs(server, 31);
        for (int i = 0; i < 12; i++) {
            costs.issue();
        }
        for (int i = 0; i < 4; i++) {
            costs.redeem(costs.api, "5");
            costs.sale(",'redemption_id':" + id(costs.redeem(costs.api, "12")));
        }
        costs.measure("prove", "VerifyLedger", () -> costs.api.get("/profiles/" + costs.profile + "/ledgers/verify"));
        return requireNonNull(costs.costs.get("prove"));
    }

    private void measure() {
        measure("balances", "ReadBalances", () -> api.get("/profiles/" + profile + "/balances"));
        String redeemed = id(measure("redeem", "RedeemRewards", () -> redeem(api, "1")));
        Api keyed = api.with("Idempotency-Key", Api.unique());
        String paid = id(measure("redeem, with a key", "RedeemRewards", () -> redeem(keyed, "1")));
        measure("the same sent again", "RedeemRewards", () -> redeem(keyed, "1"));
        measure("return a part", "ReturnRedemption", () -> undo(redeemed, "return", "{'amount':'0.5'}"));
        measure("reverse", "ReverseRedemption", () -> undo(id(redeem(api, "1")), "reversal", ""));
        measure("record a sale", "CreateSale", () -> sale(""));
        measure("record a sale that a redemption paid for", "CreateSale", () -> sale(",'redemption_id':" + paid));
        measure("issue a reward", "IssueReward", this::issue);
        measure("issue points", "IssuePoints", () -> api.points(profile, ""));
    }

    /** What a message takes for one member, beyond what it takes for nobody. */
    private void measureBirthday(String date) {
        server.setClock(date + "T00:00:01Z");
        int shard = Math.floorMod(profile.hashCode(), BirthdayPlace.SHARDS);
        Cost nobody = birthdays(date, (shard + 1) % BirthdayPlace.SHARDS);
        costs.put("a birthday", birthdays(date, shard).minus(nobody));
    }

    private Cost birthdays(String date, int shard) {
        String part = ("{#celebrated#:#%1$s#,#issued#:#%1$s#,#begun#:#%1$sT00:00:00Z#,#look#:#first#,#zones#:[#UTC#],"
                        + "#zone_of_others#:#UTC#,#birthdays#:[#-%2$s#],#shard#:%3$d,#place#:0}")
                .formatted(date, date.substring(4), shard);
        String event = "{'Records':[{'messageId':'1','body':'" + part.replace("#", "\\'")
                + "','attributes':{'ApproximateReceiveCount':'1'}}]}";
        return server.meter()
                .of(
                        "IssueBirthdays",
                        () -> assertThat(api.invoke("IssueBirthdays", event).text())
                                .contains("\"batchItemFailures\":[]"));
    }

    private void measureTheEnd() {
        String everything = id(measure("redeem everything", "RedeemRewards", () -> redeem(api, "1000000")));
        measure("reverse it", "ReverseRedemption", () -> undo(everything, "reversal", ""));
    }

    private Answer redeem(Api client, String amount) {
        return client.post("/profiles/" + profile + "/redeem", "{'amount':'" + amount + "'}");
    }

    private Answer undo(String redemption, String how, String body) {
        return api.post("/redemptions/" + redemption + "/" + how, body);
    }

    private Answer sale(String more) {
        return api.sale(",'profile_id':'" + profile + "'" + more);
    }

    private Answer issue() {
        return api.post(
                "/rewards",
                "{'profile_id':'" + profile + "','timezone':'UTC','reward_definition_id':" + definition + "}");
    }

    private static String id(Answer answer) {
        return answer.data().path("id").asText();
    }

    private Answer measure(String operation, String function, Supplier<Answer> call) {
        AtomicReference<Answer> answer = new AtomicReference<>();
        costs.put(operation, server.meter().of(function, () -> answer.set(call.get())));
        assertThat(answer.get().status()).as(operation + answer.get().text()).isBetween(200, 299);
        return answer.get();
    }
}
