package bilby.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import bilby.docs.Contract;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every field of docs/api.md §10 with every operator, held against the same comparison of the rows that the list answers
 * without it. Each list is of a few records, and one at least has a value in the field.
 */
class FilterTest {

    /** Fields that a row shows elsewhere than under their own name. */
    private static final Map<String, String> PLACES = Map.of(
            "rewards.reward_definition_id", "/definition/id",
            "points.source_id", "/source/id",
            "profiles.tags.handle", "/tags",
            "transactions.tags.handle", "/tags");

    /** Fields that are only true or not: they are not more or less than anything. */
    private static final List<String> FLAGS =
            List.of("is_extendable", "is_reassignable", "is_assignable", "is_published", "is_void", "is_active");

    /** What a row has within objects of a list: FindIdentityTest shows it. */
    private static final String ELSEWHERE = "profiles.identities.identifier";

    /** Of one field: more show nothing that these do not. */
    private static final int MOST_VALUES = 3;

    private static final Api API = Api.shared();
    private static final Map<String, String> LISTS = new HashMap<>();

    @BeforeAll
    static void aMemberHasSomeOfEach() {
        String email = Api.unique();
        String profile = API.post(
                        "/profiles",
                        "{'first_name':'Ada','last_name':'Lovelace','email':'%s@example.com','mobile_phone':'%s','profile_type':'staff','birth_day':10,'birth_month':12,'tags':['vip','b'],'identities':[{'handle':'card','identifier':'%s'},{'handle':'app','identifier':'%s','is_active':false}]}"
                                .formatted(email, Api.unique(), Api.unique(), Api.unique()))
                .data()
                .path("id")
                .asText();
        String name = Api.unique();
        long definition = API.definition(",'name':'" + name + "','max_value':50,'extend_days':7")
                .data()
                .path("id")
                .asLong();
        API.definition(",'name':'" + name + "','value':20,'period':1,'period_type':'weeks','type':'other'"
                + ",'is_extendable':true,'is_reassignable':true,'is_assignable':false,'is_published':false");
        API.pointDefinition(",'name':'" + name + "'");
        API.pointDefinition(",'name':'" + name + "'");
        API.put("/settings/points.earn_rate", "{'value':'1'}");
        long spent = reward(profile, definition, "");
        long redemption = API.post(
                        "/profiles/" + profile + "/redeem",
                        "{'amount':4,'location_id':'7','transaction_external_id':'t','transaction_receipt_ref':'r'}")
                .data()
                .path("id")
                .asLong();
        API.delete("/rewards/" + spent);
        // What was deleted comes back as a grace, which names what it came of.
        API.post("/redemptions/" + redemption + "/return", "{'amount':1}");
        reward(
                profile,
                API.definition(),
                ",'value_initial':7.50,'timezone':'UTC','issued_at':'2026-01-01','expires_at':'2090-01-01','external_id':'"
                        + Api.unique() + "'");
        API.points(profile, ",'issued_at':'2026-01-01 00:00:00','accrued_at':'2026-01-02','expires_at':'2090-01-01'");
        API.post("/profiles/" + profile + "/redeem", "{'amount':1,'strategies':['points']}");
        API.sale(
                ",'profile_id':'%s','redemption_id':%d,'external_id':'%s','receipt_ref':'r','location_id':'7','type':'in-store','status':'paid','order_number':'o','tags':['x','y']"
                        .formatted(profile, redemption, Api.unique()));
        API.sale(",'profile_id':'%s','total':-3,'timezone':'UTC','is_void':true,'transacted_at':'2026-02-01 00:00:00'"
                .formatted(profile));
        API.put("/settings/points.earn_rate", "{'value':'0'}");
        String within = "/profiles/" + profile;
        LISTS.put("rewards", within + "/rewards?");
        LISTS.put("points", within + "/points?");
        LISTS.put("redemptions", within + "/redemptions?");
        LISTS.put("transactions", within + "/transactions?");
        LISTS.put("ledgers", within + "/ledgers?");
        LISTS.put("identities", within + "/identities?");
        LISTS.put("profiles", "/profiles?filter[id]=" + profile + "&");
        LISTS.put("reward definitions", "/rewards/definitions?filter[name]=" + name + "&");
        LISTS.put("point definitions", "/points/definitions?filter[name]=" + name + "&");
        LISTS.put("settings", "/settings?");
    }

    private static long reward(String profile, long definition, String more) {
        return API.reward(profile, definition, more).path("id").asLong();
    }

    static Stream<Arguments> fields() {
        return Contract.filterFields().entrySet().stream()
                .flatMap(list -> list.getValue().stream()
                        .filter(field -> !ELSEWHERE.equals(list.getKey() + "." + field))
                        .map(field -> Arguments.of(list.getKey(), field)));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void everyFieldIsComparedInEveryWay(String list, String field) {
        List<JsonNode> rows = rows(list, "");
        List<String> values = rows.stream()
                .flatMap(row -> values(list, field, row))
                .distinct()
                .sorted()
                .toList();
        assertThat(values).as("a row with a value").isNotEmpty();
        for (String value : values.subList(0, Math.min(MOST_VALUES, values.size()))) {
            Predicate<String> equal = value::equals;
            assertThat(kept(list, field, "", value)).isEqualTo(expected(rows, list, field, equal));
            assertThat(kept(list, field, "[eq]", value)).isEqualTo(expected(rows, list, field, equal));
            assertThat(kept(list, field, "[ne]", value))
                    .isEqualTo(rows.stream()
                            .filter(row -> values(list, field, row).noneMatch(equal))
                            .toList());
            assertThat(kept(list, field, "[in]", value + "," + value)).isEqualTo(expected(rows, list, field, equal));
            if (!isFlag(field)) {
                comparesInOrder(list, field, value, rows);
            }
        }
        assertThat(kept(list, field, "[in]", String.join(",", values)))
                .isEqualTo(expected(rows, list, field, other -> true));
        assertThat(kept(list, field, "[nullable]", "0")).isEqualTo(expected(rows, list, field, other -> true));
        assertThat(kept(list, field, "[nullable]", "1"))
                .isEqualTo(rows.stream()
                        .filter(row -> values(list, field, row).findAny().isEmpty())
                        .toList());
        assertThat(API.get(url(list, "filter[" + field + "][like]=1")).errors())
                .containsExactly("filter[" + field + "][like]");
    }

    private static void comparesInOrder(String list, String field, String value, List<JsonNode> rows) {
        assertThat(kept(list, field, "[gt]", value))
                .isEqualTo(expected(rows, list, field, other -> compare(other, value) > 0));
        assertThat(kept(list, field, "[gte]", value))
                .isEqualTo(expected(rows, list, field, other -> compare(other, value) >= 0));
        assertThat(kept(list, field, "[lt]", value))
                .isEqualTo(expected(rows, list, field, other -> compare(other, value) < 0));
        assertThat(kept(list, field, "[lte]", value))
                .isEqualTo(expected(rows, list, field, other -> compare(other, value) <= 0));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void everyFieldIsAnOrder(String list, String field) {
        List<JsonNode> rows = rows(list, "");
        List<JsonNode> up = rows(list, "sort=" + field);
        List<JsonNode> down = rows(list, "sort=-" + field);

        assertThat(up)
                .containsExactlyInAnyOrderElementsOf(rows)
                .isSortedAccordingTo((one, other) -> order(list, field, one, other, 1));
        assertThat(down)
                .containsExactlyInAnyOrderElementsOf(rows)
                .isSortedAccordingTo((one, other) -> order(list, field, one, other, -1));
    }

    @Test
    void noOtherFieldIsAFilterOrAnOrder() {
        for (Map.Entry<String, String> list : LISTS.entrySet()) {
            Answer filtered = API.get(list.getValue() + "filter[hash]=1");
            assertThat(filtered.status()).isEqualTo(422);
            assertThat(filtered.errors()).containsExactly("filter[hash]");
            Answer sorted = API.get(list.getValue() + "sort=hash");
            assertThat(sorted.status()).isEqualTo(422);
            assertThat(sorted.errors()).containsExactly("sort");
        }
    }

    private static int order(String list, String field, JsonNode one, JsonNode other, int direction) {
        String first = values(list, field, one).findFirst().orElse("");
        String second = values(list, field, other).findFirst().orElse("");
        if (first.isEmpty() || second.isEmpty()) {
            return Boolean.compare(first.isEmpty(), second.isEmpty());
        }
        return direction * compare(first, second);
    }

    /** Numbers by their size, all else by its letters: so times that are written alike come in their order. */
    private static int compare(String one, String other) {
        return isNumber(one) && isNumber(other)
                ? new BigDecimal(one).compareTo(new BigDecimal(other))
                : one.compareTo(other);
    }

    private static boolean isNumber(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]+)?");
    }

    private static boolean isFlag(String field) {
        return FLAGS.contains(field) || field.startsWith("has_");
    }

    private static List<JsonNode> expected(List<JsonNode> rows, String list, String field, Predicate<String> wanted) {
        return rows.stream()
                .filter(row -> values(list, field, row).anyMatch(wanted))
                .toList();
    }

    private static Stream<String> values(String list, String field, JsonNode row) {
        if (field.equals("has_reward") || field.equals("has_point")) {
            boolean has = row.path("items").findValuesAsText("type").contains(field.substring("has_".length()));
            return Stream.of(Boolean.toString(has));
        }
        JsonNode value = row.at(PLACES.getOrDefault(list + "." + field, "/" + field));
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText)
                : Stream.of(value)
                        .filter(JsonNode::isValueNode)
                        .filter(node -> !node.isNull())
                        .map(JsonNode::asText);
    }

    private static List<JsonNode> kept(String list, String field, String operator, String value) {
        return rows(list, "filter[" + field + "]" + operator + "=" + value.replace(" ", "%20"));
    }

    private static List<JsonNode> rows(String list, String query) {
        Answer answer = API.get(url(list, query));
        assertThat(answer.status()).as("%s %s: %s", list, query, answer.text()).isEqualTo(200);
        return answer.data().valueStream().toList();
    }

    private static String url(String list, String query) {
        return requireNonNull(LISTS.get(list), list) + query;
    }
}
