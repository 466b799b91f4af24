package bilby.store;

import static bilby.store.Plain.claim;
import static bilby.store.Plain.entry;
import static bilby.store.Plain.number;
import static bilby.store.Plain.put;
import static bilby.store.Plain.sale;
import static bilby.store.Plain.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What the reads rely on. */
@OnEachDynamo
class ReadContractTest {

    private final Plain plain;

    ReadContractTest(Dynamo dynamo) {
        plain = new Plain(dynamo);
    }

    @Test
    void aBatchOfReadsLeavesOutTheKeyWithNothing() {
        plain.commit(put(plain.claims, claim("a", "1")), put(plain.claims, claim("c", "3")));

        assertThat(plain.find(plain.claims, List.of(claim("a"), claim("b"), claim("c"))))
                .containsExactlyInAnyOrder(claim("a", "1"), claim("c", "3"));
        assertThat(plain.find(plain.claims, List.of(claim("b")))).isEmpty();
    }

    @Test
    void aHundredKeysAreReadAtOnceAndOneMoreAreRefused() {
        plain.commit(sales(1, 100));

        assertThat(plain.find(plain.sales, keys(100))).hasSize(100);
        assertInvalid(() -> plain.find(plain.sales, keys(101)));
    }

    @Test
    void aKeyThatIsAskedForTwiceIsRefused() {
        assertInvalid(() -> plain.find(plain.claims, List.of(claim("a"), claim("b"), claim("a"))));
    }

    @Test
    void aKeyOfAnotherFormIsRefused() {
        assertInvalid(() -> plain.find(plain.claims, List.of(sale(1))));
        assertInvalid(() -> plain.find(plain.sales, List.of(Map.of("id", text("1")))));
    }

    @Test
    void aPartitionIsReadInTheOrderOfItsNumbersBothWays() {
        plain.commit(entries("a", 9, 100, 2, 10, 1));
        plain.commit(entries("b", 3));

        assertThat(versions(query -> {})).containsExactly(1L, 2L, 9L, 10L, 100L);
        assertThat(versions(query -> query.scanIndexForward(false))).containsExactly(100L, 10L, 9L, 2L, 1L);
    }

    @ParameterizedTest
    @CsvSource({"true, 1 2 | 3 4 | 5", "false, 5 4 | 3 2 | 1"})
    void aPageEndsAtItsLimitAndTheNextGoesOnAfterItsLastKey(boolean forward, String pages) {
        plain.commit(entries("a", 1, 2, 3, 4, 5));
        plain.commit(entries("b", 1, 2, 3));

        List<String> found = new ArrayList<>();
        Map<String, AttributeValue> last = Map.of();
        do {
            QueryResponse page = plain.client.query(ofA().limit(2)
                    .scanIndexForward(forward)
                    .exclusiveStartKey(last.isEmpty() ? null : last)
                    .build());
            found.add(String.join(
                    " ", page.items().stream().map(ReadContractTest::version).toList()));
            last = page.lastEvaluatedKey();
            if (!last.isEmpty()) {
                assertThat(last).isEqualTo(page.items().getLast());
            }
        } while (!last.isEmpty());

        assertThat(String.join(" | ", found)).isEqualTo(pages);
    }

    @Test
    void aPageThatEndsAtItsLimitSaysSoEvenIfNothingFollows() {
        plain.commit(entries("a", 1, 2));

        assertThat(plain.client.query(ofA().limit(2).build()).hasLastEvaluatedKey())
                .isTrue();
        assertThat(plain.client.query(ofA().limit(3).build()).hasLastEvaluatedKey())
                .isFalse();
    }

    @Test
    void aPageMayStartAfterAKeyWhereNothingStandsAnyMore() {
        plain.commit(entries("a", 1, 3));

        assertThat(versions(query -> query.exclusiveStartKey(entry("a", 2)))).containsExactly(3L);
        assertThat(versions(query -> query.exclusiveStartKey(entry("a", 2)).scanIndexForward(false)))
                .containsExactly(1L);
    }

    @ParameterizedTest
    @CsvSource({
        "=, 20",
        "<, 3 10",
        "<=, 3 10 20",
        ">, 30 100",
        ">=, 20 30 100",
    })
    void versionsAreFoundByComparison(String sign, String found) {
        plain.commit(entries("a", 3, 10, 20, 30, 100));
        plain.commit(entries("b", 1, 20, 200));

        assertThat(versions(
                        query -> query.keyConditionExpression("profile_id = :profile and version " + sign + " :version")
                                .expressionAttributeValues(Map.of(":profile", text("a"), ":version", number(20)))))
                .isEqualTo(Stream.of(found.split(" ", -1)).map(Long::valueOf).toList());
    }

    @Test
    void versionsAreFoundBetweenTwo() {
        plain.commit(entries("a", 3, 10, 20, 30, 100));

        assertThat(versions(query -> query.keyConditionExpression("#v BETWEEN :low AND :high AND profile_id = :profile")
                        .expressionAttributeNames(Map.of("#v", "version"))
                        .expressionAttributeValues(
                                Map.of(":profile", text("a"), ":low", number(10), ":high", number(30)))))
                .containsExactly(10L, 20L, 30L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version = :x",
                "profile_id > :x",
                "profile_id = :x and entry = :x",
                "profile_id = :x or profile_id = :x",
                "profile_id = :x and version <> :x",
            })
    void whatIsNoKeyConditionIsRefused(String condition) {
        assertInvalid(() -> versions(
                query -> query.keyConditionExpression(condition).expressionAttributeValues(Map.of(":x", text("a")))));
    }

    @Test
    void anIndexHoldsTheKeysOfWhatHasItsAttributesAsTheyStandNow() {
        plain.commit(
                put(plain.sales, Map.of("id", number(1), "profile_id", text("a"), "total", number(5))),
                put(plain.sales, Map.of("id", number(2), "profile_id", text("b"))),
                put(plain.sales, Map.of("id", number(3), "total", number(5))),
                put(plain.sales, Map.of("id", number(20), "profile_id", text("a"))));
        assertThat(salesOfA())
                .containsExactly(
                        Map.of("id", number(20), "profile_id", text("a")),
                        Map.of("id", number(1), "profile_id", text("a")));

        plain.commit(
                put(plain.sales, Map.of("id", number(1), "total", number(5))),
                put(plain.sales, Map.of("id", number(2), "profile_id", text("a"))));
        assertThat(salesOfA())
                .containsExactly(
                        Map.of("id", number(20), "profile_id", text("a")),
                        Map.of("id", number(2), "profile_id", text("a")));
    }

    @Test
    void anIndexIsReadPageByPage() {
        plain.commit(LongStream.rangeClosed(1, 5)
                .mapToObj(id -> put(plain.sales, Map.of("id", number(id), "profile_id", text("a"))))
                .toList());
        QueryResponse first = plain.client.query(ofAByIndex().limit(3).build());

        assertThat(first.items()).hasSize(3);
        assertThat(first.lastEvaluatedKey()).isEqualTo(Map.of("id", number(3), "profile_id", text("a")));
        assertThat(plain.client
                        .query(ofAByIndex()
                                .exclusiveStartKey(first.lastEvaluatedKey())
                                .build())
                        .items())
                .extracting(item -> item.get("id"))
                .containsExactly(number(2), number(1));
    }

    @Test
    void anIndexGivesNoConsistentRead() {
        assertInvalid(() -> plain.client.query(ofAByIndex().consistentRead(true).build()));
    }

    @Test
    void onlyTheAttributesThatAreWantedAreRead() {
        plain.commit(put(plain.claims, Map.of("claim", text("a"), "owner", text("1"), "more", text("x"))));

        assertThat(plain.client
                        .scan(scan -> scan.tableName(plain.claims)
                                .projectionExpression("claim, #o")
                                .expressionAttributeNames(Map.of("#o", "owner")))
                        .items())
                .containsExactly(claim("a", "1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void theSegmentsOfATableCoverItOnce(int segments) {
        plain.commit(sales(1, 60));

        List<Map<String, AttributeValue>> found = new ArrayList<>();
        for (int segment = 0; segment < segments; segment++) {
            found.addAll(scanned(ScanRequest.builder()
                    .segment(segment)
                    .totalSegments(segments)
                    .limit(4)));
        }

        assertThat(found).containsExactlyInAnyOrderElementsOf(keys(60));
    }

    @Test
    void aScanIsInTheSameOrderEachTime() {
        plain.commit(sales(1, 20));

        assertThat(scanned(ScanRequest.builder().limit(3)))
                .hasSize(20)
                .isEqualTo(scanned(ScanRequest.builder().limit(4)));
    }

    @Test
    void aTableKnowsHowManyItemsItHolds() {
        plain.commit(sales(1, 3));
        plain.commit(sales(3, 5));

        assertThat(plain.client
                        .describeTable(describe -> describe.tableName(plain.sales))
                        .table()
                        .itemCount())
                .isEqualTo(5);
    }

    private List<Map<String, AttributeValue>> scanned(ScanRequest.Builder scan) {
        List<Map<String, AttributeValue>> found = new ArrayList<>();
        Map<String, AttributeValue> last = Map.of();
        do {
            ScanResponse page = plain.client.scan(scan.tableName(plain.sales)
                    .exclusiveStartKey(last.isEmpty() ? null : last)
                    .build());
            found.addAll(page.items());
            last = page.lastEvaluatedKey();
        } while (!last.isEmpty());
        return found;
    }

    private List<Long> versions(Consumer<QueryRequest.Builder> how) {
        return plain.client.queryPaginator(ofA().applyMutation(how).build()).items().stream()
                .map(ReadContractTest::version)
                .map(Long::valueOf)
                .toList();
    }

    private static String version(Map<String, AttributeValue> item) {
        return Long.toString(Item.of(item).number("version"));
    }

    private QueryRequest.Builder ofA() {
        return QueryRequest.builder()
                .tableName(plain.ledger)
                .consistentRead(true)
                .keyConditionExpression("profile_id = :profile")
                .expressionAttributeValues(Map.of(":profile", text("a")));
    }

    private List<Map<String, AttributeValue>> salesOfA() {
        return plain.client.query(ofAByIndex().build()).items();
    }

    private QueryRequest.Builder ofAByIndex() {
        return QueryRequest.builder()
                .tableName(plain.sales)
                .indexName("by_profile")
                .scanIndexForward(false)
                .keyConditionExpression("profile_id = :profile")
                .expressionAttributeValues(Map.of(":profile", text("a")));
    }

    private List<TransactWriteItem> sales(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(id -> put(plain.sales, sale(id)))
                .toList();
    }

    private List<TransactWriteItem> entries(String profileId, long... versions) {
        return LongStream.of(versions)
                .mapToObj(version -> put(plain.ledger, entry(profileId, version)))
                .toList();
    }

    private static List<Map<String, AttributeValue>> keys(long to) {
        return LongStream.rangeClosed(1, to).mapToObj(Plain::sale).toList();
    }

    private static void assertInvalid(ThrowingCallable call) {
        assertThatExceptionOfType(DynamoDbException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException"));
    }
}
