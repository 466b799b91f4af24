package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {

    private final Api api = Api.shared();
    private final String profile = api.profile();
    private final String path = "/profiles/" + profile + "/ledgers";
    private final long definition = api.definition();

    @Test
    void anIssueShowsItsRewardAsItStands() {
        JsonNode reward = reward(",'timezone':'UTC','issued_at':'2025-01-01','expires_at':'2090-01-02'");
        JsonNode entry = newest();
        assertThat(texts(entry))
                .containsAllEntriesOf(Map.of(
                        "id", "1",
                        "action", "issue",
                        "type", "reward",
                        "description", "Reward issued",
                        "dollar_value", "10",
                        "dollar_balance", "10",
                        "point_value", "0",
                        "point_balance", "0",
                        "point_dollar_value", "0",
                        "expires_at", "2090-01-02 00:00:00"));
        assertThat(entry.get("created_at")).isEqualTo(reward.get("created_at"));
        assertThat(entry.get("type_attributes")).isEqualTo(reward);
        assertThat(entry.at("/profile/id").asText()).isEqualTo(profile);
        assertThat(entry.at("/profile/email"))
                .isEqualTo(api.get("/profiles/" + profile).data().get("email"));
        assertThat(items(entry)).containsExactly(item(reward, "10", "10"));
    }

    @Test
    void aRedemptionShowsWhatItTookFromEachReward() {
        JsonNode later = reward(",'expires_at':'2090-01-02'");
        JsonNode sooner = reward(",'expires_at':'2089-01-02','value_initial':2.5");
        String redemption = id(redeem(7));
        JsonNode entry = newest();
        assertThat(texts(entry))
                .containsAllEntriesOf(Map.of(
                        "id", "3",
                        "action", "redeem",
                        "type", "redemption",
                        "description", "Redeemed",
                        "dollar_value", "-7",
                        "dollar_balance", "5.5",
                        "expires_at", "null"));
        assertThat(items(entry)).containsExactly(item(sooner, "-2.5", "0"), item(later, "-4.5", "5.5"));
        JsonNode attributes = entry.get("type_attributes");
        JsonNode shown = api.get("/redemptions/" + redemption).data();
        shown.get("items").forEach(item -> ((ObjectNode) item).remove("type_attributes"));
        assertThat(attributes).isEqualTo(shown);
    }

    @Test
    void anAdjustmentAndADeletionShowWhatTheyChanged() {
        JsonNode reward = reward("");
        api.put("/rewards/" + id(reward), "{'value_remaining':12.34}");
        JsonNode adjusted = newest();
        assertThat(texts(adjusted))
                .containsAllEntriesOf(Map.of(
                        "action", "adjust",
                        "type", "reward",
                        "description", "Reward adjusted",
                        "dollar_value", "2.34",
                        "dollar_balance", "12.34"));
        assertThat(items(adjusted)).containsExactly(item(reward, "2.34", "12.34"));
        assertThat(adjusted.get("expires_at")).isEqualTo(reward.get("expires_at"));

        api.delete("/rewards/" + id(reward));
        JsonNode deleted = newest();
        assertThat(texts(deleted))
                .containsAllEntriesOf(Map.of(
                        "action", "delete",
                        "type", "reward",
                        "description", "Reward deleted",
                        "dollar_value", "-12.34",
                        "dollar_balance", "0",
                        "expires_at", "null"));
        for (JsonNode row : api.get(path).data()) {
            assertThat(row.get("type_attributes"))
                    .as(row.get("action").asText())
                    .isEmpty();
        }
    }

    @Test
    void theTieToASaleIsAMovementOfNothing() {
        long redemption = api.redemption(profile);
        String sale = id(api.sale(",'profile_id':'" + profile + "','redemption_id':" + redemption)
                .data());
        JsonNode tied = newest();
        assertThat(texts(tied))
                .containsAllEntriesOf(Map.of(
                        "action", "adjust",
                        "type", "redemption",
                        "description", "Redemption linked to a transaction or freed",
                        "dollar_value", "0",
                        "dollar_balance", "0"));
        assertThat(tied.get("items")).isEmpty();
        assertThat(tied.at("/type_attributes/transaction_id").asText()).isEqualTo(sale);
        assertThat(tied.at("/type_attributes/transaction/total").asInt()).isEqualTo(10);
        assertThat(tied.at("/type_attributes/items")).hasSize(1);
        assertThat(api.get(path + "/" + id(tied)).data()).isEqualTo(tied);

        api.delete("/transactions/" + sale);
        assertThat(newest().at("/type_attributes/transaction_id").isNull()).isTrue();
    }

    @Test
    void aRowIsWhatIsAnsweredForItAlone() {
        everything();
        for (JsonNode row : api.get(path).data()) {
            assertThat(api.get(path + "/" + id(row)).data()).isEqualTo(row);
        }
    }

    @Test
    void anybodyCanRecomputeTheChain() {
        everything();
        String previous = sha256("wallet " + profile);
        for (JsonNode row : oldestFirst()) {
            assertThat(row.get("previous_hash").asText()).isEqualTo(previous);
            String text = row.get("entry").asText();
            assertThat(text).contains("\nprevious " + previous + "\n").contains("profile " + profile + "\n");
            previous = sha256(text);
            assertThat(row.get("hash").asText()).isEqualTo(previous);
        }
    }

    @Test
    void theValuesSumToTheBalanceAtEachEntryAndToWhatTheLotsHold() {
        everything();
        BigDecimal balance = BigDecimal.ZERO;
        for (JsonNode row : oldestFirst()) {
            BigDecimal moved = row.get("items")
                    .valueStream()
                    .map(item -> item.get("value").decimalValue())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(row.get("dollar_value").decimalValue()).isEqualByComparingTo(moved);
            balance = balance.add(moved);
            assertThat(row.get("dollar_balance").decimalValue()).isEqualByComparingTo(balance);
        }
        assertThat(api.get("/profiles/" + profile + "/balances")
                        .data()
                        .get("reward_balance")
                        .decimalValue())
                .isEqualByComparingTo(balance)
                .isPositive();
    }

    @Test
    void theNewestIsFirstAndTotalsAreExact() {
        for (int i = 0; i < 40; i++) {
            reward("");
        }
        List<String> newestFirst = numbers(40, 1);
        Answer first = api.get(path);
        assertThat(ids(first)).isEqualTo(newestFirst.subList(0, 15));
        assertThat(first.json().at("/meta/total").asInt()).isEqualTo(40);
        assertThat(first.json().at("/meta/last_page").asInt()).isEqualTo(3);
        assertThat(ids(api.get(path + "?page[size]=100"))).isEqualTo(newestFirst);
        assertThat(ids(api.get(path + "?page[size]=7&page[number]=6"))).isEqualTo(numbers(5, 1));
        assertThat(ids(api.get(path + "?page[size]=7&page[number]=7"))).isEmpty();
        assertThat(followed(path + "?page[size]=9")).isEqualTo(newestFirst);
        assertThat(followed(path + "?page[size]=9&filter[action]=issue")).isEqualTo(newestFirst);
    }

    /** The entries: 1 and 2 issue, 3 redeems, 4 ties, 5 adjusts, 6 deletes, 7 issues. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filter[action]=issue                          | 7 2 1",
                "filter[action][ne]=issue                      | 6 5 4 3",
                "filter[action][in]=redeem,delete              | 6 3",
                "filter[type]=redemption                       | 4 3",
                "filter[type]=reward&filter[action]=adjust     | 5",
                "filter[type]=point                            |",
                "filter[action]=nothing                        |",
                "filter[created_at][gte]=2020-01-01            | 7 6 5 4 3 2 1",
                "filter[created_at][lt]=2020-01-01             |",
                "filter[created_at][nullable]=1                |",
                "filter[action]=issue&page[size]=2&page[number]=2 | 1",
                "sort=action                                   | 5 4 6 7 2 1 3",
                "sort=-type&page[size]=3                       | 7 6 5",
                "sort=-type&page[size]=3&page[number]=3        | 3",
                "unknown=x                                     | 7 6 5 4 3 2 1"
            })
    void entriesAreFilteredAndSorted(String query, @Nullable String ids) {
        everything();
        Answer answer = api.get(path + "?" + query.strip());
        assertThat(ids(answer)).containsExactly(ids == null ? new String[0] : ids.split(" ", -1));
    }

    @Test
    void aFilteredRowIsAsWholeAsAnyOther() {
        everything();
        JsonNode row = api.get(path + "?filter[action]=redeem").data().get(0);
        assertThat(row).isEqualTo(api.get(path + "/3").data());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filter[colour]=red",
                "filter[id]=1",
                "filter[dollar_value]=1",
                "filter[created_at]=soon",
                "filter[action][like]=a",
                "sort=dollar_value",
                "page[size]=0",
                "page[cursor]=nonsense"
            })
    void whatTheListCanNotDoIsRefused(String query) {
        assertThat(api.get(path + "?" + query).errors()).containsExactly(query.substring(0, query.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2", "-1", "x", "1.0", "9999999999999999", "99999999999999999999"})
    void whatIsNoEntryIsNotFound(String id) {
        reward("");
        assertThat(api.get(path + "/" + id).status()).isEqualTo(404);
        assertThat(api.get(path + "/1").status()).isEqualTo(200);
    }

    @Test
    void aWalletThatNeverMovedHasAnEmptyLedger() {
        Answer answer = api.get(path);
        assertThat(answer.data()).isEmpty();
        assertThat(answer.json().at("/meta/total").asInt()).isZero();
        assertThat(api.get(path + "?filter[action]=issue").data()).isEmpty();
    }

    @Test
    void aLedgerHoldsTheOwnMovementsOnly() {
        reward("");
        String other = api.profile();
        api.reward(other, definition, "");
        api.reward(other, definition, "");
        assertThat(ids(api.get(path))).containsExactly("1");
        assertThat(ids(api.get(path + "?filter[action]=issue"))).containsExactly("1");
        assertThat(api.get(path + "/2").status()).isEqualTo(404);
    }

    /** Each kind of movement: issue, issue, redeem, tie, adjust, delete, issue. */
    private void everything() {
        JsonNode first = reward(",'expires_at':'2089-01-02'");
        JsonNode second = reward(",'expires_at':'2090-01-02'");
        String redemption = id(redeem(12.5));
        api.sale(",'profile_id':'" + profile + "','redemption_id':" + redemption);
        api.put("/rewards/" + id(first), "{'value_remaining':3}");
        api.delete("/rewards/" + id(second));
        reward(",'value_initial':0.01");
    }

    private JsonNode reward(String more) {
        return api.reward(profile, definition, more);
    }

    private JsonNode redeem(double amount) {
        return api.post("/profiles/" + profile + "/redeem", "{'amount':" + amount + "}")
                .data();
    }

    private JsonNode newest() {
        return api.get(path + "?page[size]=1").data().get(0);
    }

    private List<JsonNode> oldestFirst() {
        return api.get(path + "?page[size]=100").data().valueStream().toList().reversed();
    }

    /** The ids of all pages, from link to link. */
    private List<String> followed(String from) {
        Answer page = api.get(from);
        List<String> ids = new ArrayList<>(ids(page));
        while (!page.json().at("/links/next").isNull()) {
            URI next = URI.create(page.json().at("/links/next").asText());
            page = api.get(next.getRawPath().substring("/api/v3".length()) + "?" + next.getRawQuery());
            ids.addAll(ids(page));
        }
        return ids;
    }

    private static List<String> ids(Answer page) {
        return page.data().valueStream().map(LedgerTest::id).toList();
    }

    /** From the one down to the other. */
    private static List<String> numbers(int newest, int oldest) {
        return IntStream.rangeClosed(oldest, newest)
                .mapToObj(Integer::toString)
                .toList()
                .reversed();
    }

    private static String id(JsonNode row) {
        return row.get("id").asText();
    }

    /** The fields that hold no others. */
    private static Map<String, String> texts(JsonNode entry) {
        return entry.propertyStream()
                .filter(field -> field.getValue().isValueNode())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().asText()));
    }

    private static List<String> items(JsonNode entry) {
        return entry.get("items").valueStream().map(JsonNode::toString).toList();
    }

    private static String item(JsonNode reward, String value, String remaining) {
        return ("{'id':" + id(reward) + ",'type':'reward','value':" + value + ",'count':1,'remaining':" + remaining
                        + "}")
                .replace('\'', '"');
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
