package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import bilby.local.StillServer;
import bilby.store.Store;
import bilby.wallet.Action;
import bilby.wallet.Entry;
import bilby.wallet.ProfileId;
import bilby.wallet.Subject;
import bilby.wallet.Wallet;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is asked for at once comes out as if it had been asked for one after the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RaceTest {

    private final StillServer server = StillServer.start();
    private final Store store = server.store();
    private final Api api = Api.of(server);
    private final long definition = api.definition();
    private String profile = "";

    @BeforeEach
    void aNewMember() {
        profile = api.profile();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @RepeatedTest(5)
    void nothingMovesInAWalletAfterItsDeletionWhateverIsAskedForMeanwhile() {
        List<Long> redemptions =
                IntStream.range(0, 4).mapToObj(i -> api.redemption(profile)).toList();
        api.reward(profile, definition, "");
        int before = ledger().size();

        List<Answer> answers = Together.call(
                13,
                i -> i == 6
                        ? api.delete("/profiles/" + profile + "?force=1")
                        : switch (i % 3) {
                            case 0 -> issue("");
                            case 1 -> redeem(1);
                            default -> undo(redemptions.get(i / 3), "return");
                        });

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(201, 204, 404, 422));
        assertThat(answers.get(6).status()).isEqualTo(204);
        List<Entry> ledger = ledger();
        List<Long> moved = ledger.subList(before, ledger.size() - 1).stream()
                .map(RaceTest::id)
                .sorted()
                .toList();
        assertThat(moved).isEqualTo(created(answers));
        Entry last = ledger.getLast();
        assertThat(last.action()).isEqualTo(Action.DELETE);
        assertThat(last.subject()).isEqualTo(new Subject.OfWallet());
        Wallet closed = wallet();
        assertThat(closed.isOpen()).isFalse();
        assertThat(closed.lots()).isEmpty();
        assertThat(closed.head()).isEqualTo(last.hash());
        assertThat(issue("").status()).isEqualTo(422);
        assertThat(redeem(1).status()).isEqualTo(404);
        assertThat(undo(redemptions.get(3), "reversal").status()).isEqualTo(404);
        assertThat(ledger()).hasSize(ledger.size());
    }

    @RepeatedTest(8)
    void aSaleIsTiedBeforeTheReversalOrNotAtAll() {
        long redemption = api.redemption(profile);

        List<Answer> answers = Together.call(
                2,
                i -> i == 0
                        ? api.sale(",'profile_id':'" + profile + "','redemption_id':" + redemption)
                        : undo(redemption, "reversal"));

        assertThat(answers.get(1).status()).isEqualTo(201);
        JsonNode shown = api.get("/redemptions/" + redemption).data();
        assertThat(shown.get("is_reversed").asBoolean()).isTrue();
        List<Action> after = ledger().stream().map(Entry::action).skip(2).toList();
        if (answers.get(0).status() == 201) {
            assertThat(shown.get("transaction_id"))
                    .isEqualTo(answers.get(0).data().get("id"));
            assertThat(after).containsExactly(Action.ADJUST, Action.REVERSAL);
        } else {
            assertThat(answers.get(0).errors()).containsExactly("redemption_id");
            assertThat(shown.get("transaction_id").isNull()).isTrue();
            assertThat(after).containsExactly(Action.REVERSAL);
        }
        itIsConsistent();
    }

    @Test
    void afterAReversalNoSaleIsTied() {
        long redemption = api.redemption(profile);
        undo(redemption, "reversal");

        assertThat(api.sale(",'profile_id':'" + profile + "','redemption_id':" + redemption)
                        .errors())
                .containsExactly("redemption_id");
    }

    @RepeatedTest(5)
    void aRewardThatIsSentBackWhileItIsSpentBringsNothingBack() {
        JsonNode reward = api.reward(profile, definition, "");

        List<Answer> answers =
                Together.call(2, i -> i == 0 ? api.put("/rewards/" + reward.get("id"), reward.toString()) : redeem(4));

        assertThat(answers.get(0).status()).isIn(200, 409);
        assertThat(answers.get(1).status()).isEqualTo(201);
        assertThat(balance()).isEqualTo(6);
        assertThat(api.put("/rewards/" + reward.get("id"), reward.toString()).status())
                .isEqualTo(409);
        assertThat(balance()).isEqualTo(6);
        itIsConsistent();
    }

    @RepeatedTest(3)
    void returnsAndAReversalAtOnceGiveBackNoMoreThanWasTaken() {
        long redemption = api.redemption(profile);

        List<Answer> answers = Together.call(
                8,
                i -> i == 3
                        ? undo(redemption, "reversal")
                        : api.post("/redemptions/" + redemption + "/return", "{'amount':3}"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(201, 422));
        assertThat(answers.get(3).status()).isEqualTo(201);
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .mapToInt(answer -> answer.data().get("total").asInt())
                        .sum())
                .isEqualTo(10);
        assertThat(balance()).isEqualTo(10);
        itIsConsistent();
    }

    @RepeatedTest(3)
    void whatIsIssuedAndRedeemedAtOnceAddsUp() {
        List<Answer> answers = Together.call(16, i -> i % 2 == 0 ? issue(",'value_initial':3") : redeem(2));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(201, 422));
        int spent = answers.stream()
                .filter(answer -> answer.status() == 201)
                .mapToInt(answer -> answer.data().path("total").asInt())
                .sum();
        assertThat(IntStream.range(0, 8).mapToObj(i -> answers.get(2 * i).status()))
                .containsOnly(201);
        assertThat(balance()).isEqualTo(8 * 3 - spent);
        itIsConsistent();
    }

    @RepeatedTest(3)
    void oneExternalIdIsGivenOnceThoughEachAsksForAnotherMember() {
        List<String> members = Stream.generate(api::profile).limit(8).toList();
        String id = Api.unique();

        List<Integer> rewards = Together.statuses(
                8, i -> api.post("/rewards", issueBody(members.get(i), ",'external_id':'" + id + "'")));
        List<Integer> points = Together.statuses(8, i -> api.points(members.get(i), ",'external_id':'" + id + "'"));
        List<Integer> sales = Together.statuses(
                8, i -> api.sale(",'profile_id':'" + members.get(i) + "','external_id':'" + id + "'"));

        List<Integer> once = List.of(201, 422, 422, 422, 422, 422, 422, 422);
        assertThat(rewards).isEqualTo(once);
        assertThat(points).isEqualTo(once);
        assertThat(sales).isEqualTo(once);
        assertThat(members.stream()
                        .mapToInt(member -> api.get("/profiles/" + member + "/balances")
                                .data()
                                .get("combined_balance_dollars")
                                .asInt())
                        .sum())
                .isEqualTo(20);
    }

    private Answer issue(String more) {
        return api.post("/rewards", issueBody(profile, more));
    }

    private String issueBody(String member, String more) {
        return "{'profile_id':'" + member + "','timezone':'UTC','reward_definition_id':" + definition + more + "}";
    }

    private Answer redeem(int amount) {
        return api.post("/profiles/" + profile + "/redeem", "{'amount':" + amount + "}");
    }

    private Answer undo(long redemption, String how) {
        return api.post("/redemptions/" + redemption + "/" + how, "");
    }

    private int balance() {
        return api.get("/profiles/" + profile + "/balances")
                .data()
                .get("reward_balance")
                .asInt();
    }

    /** The ids of all that was created. */
    private static List<Long> created(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.status() == 201)
                .map(answer -> answer.data().get("id").asLong())
                .sorted()
                .toList();
    }

    private Wallet wallet() {
        return store.get(store.wallets().key(ProfileId.of(profile))).orElseThrow();
    }

    /** All entries, the first first. */
    private List<Entry> ledger() {
        return store.ledgerOf(ProfileId.of(profile), wallet().version())
                .map(Entry::parse)
                .toList();
    }

    /** What an entry created. */
    private static long id(Entry entry) {
        return switch (entry.subject()) {
            case Subject.OfReward(long id) -> id;
            case Subject.OfPoints(long id) -> id;
            case Subject.OfRedemption(long id) -> id;
            case Subject.OfUndoing undoing -> undoing.id();
            case Subject.OfWallet wallet -> throw new AssertionError("the wallet was closed before: " + entry.text());
        };
    }

    private void itIsConsistent() {
        JsonNode proof = api.proof(profile);
        assertThat(proof.get("consistent").asBoolean()).as(proof.toString()).isTrue();
    }
}
