package bilby.store;

import static bilby.store.Plain.claim;
import static bilby.store.Plain.number;
import static bilby.store.Plain.put;
import static bilby.store.Plain.sale;
import static bilby.store.Plain.text;
import static bilby.store.Plain.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What the commit relies on. */
@OnEachDynamo
class TransactionContractTest {

    private static final ReturnValuesOnConditionCheckFailure ALL_OLD = ReturnValuesOnConditionCheckFailure.ALL_OLD;
    private static final int LARGEST_ITEM = 400 * 1024;

    private final Plain plain;

    TransactionContractTest(Dynamo dynamo) {
        plain = new Plain(dynamo);
    }

    @Test
    void theReasonsComeInTheOrderOfTheActionsWithNoneForTheInnocent() {
        plain.commit(plain.take("b", "1"), plain.take("d", "1"));

        assertThat(plain.refusals(
                        plain.take("e", "2"),
                        plain.take("d", "2"),
                        requireOwner("a", "1"),
                        deleteOf("b", "1"),
                        deleteOf("c", "1"),
                        put(plain.sales, sale(1))))
                .extracting(CancellationReason::code)
                .containsExactly(
                        "None",
                        "ConditionalCheckFailed",
                        "ConditionalCheckFailed",
                        "None",
                        "ConditionalCheckFailed",
                        "None");
    }

    @Test
    void nothingOfACancelledTransactionIsWritten() {
        plain.commit(plain.take("a", "1"), plain.take("b", "1"));

        plain.refusals(plain.take("c", "2"), put(plain.sales, sale(1)), deleteOf("b", "1"), plain.take("a", "2"));

        assertThat(plain.find(plain.claims, claim("a"))).contains(claim("a", "1"));
        assertThat(plain.find(plain.claims, claim("b"))).contains(claim("b", "1"));
        assertThat(plain.find(plain.claims, claim("c"))).isEmpty();
        assertThat(plain.find(plain.sales, sale(1))).isEmpty();
    }

    @Test
    void allOfATransactionIsWritten() {
        plain.commit(plain.take("a", "1"), plain.take("b", "1"));

        plain.commit(
                plain.take("c", "2"),
                put(plain.sales, sale(1)),
                deleteOf("b", "1"),
                requireOwner("a", "1"),
                put(plain.claims, claim("d", "2")));

        assertThat(plain.find(plain.claims, List.of(claim("a"), claim("b"), claim("c"), claim("d"))))
                .containsExactlyInAnyOrder(claim("a", "1"), claim("c", "2"), claim("d", "2"));
        assertThat(plain.find(plain.sales, sale(1))).contains(sale(1));
    }

    @Test
    void theItemThatStandsInTheWayIsToldToWhomeverAsksForIt() {
        plain.commit(plain.take("a", "1"), plain.take("b", "1"), plain.take("c", "1"), plain.take("d", "1"));

        assertThat(plain.refusals(
                        write(plain.taking("a", "2").returnValuesOnConditionCheckFailure(ALL_OLD)),
                        TransactWriteItem.builder()
                                .delete(deleting("b", "2")
                                        .returnValuesOnConditionCheckFailure(ALL_OLD)
                                        .build())
                                .build(),
                        TransactWriteItem.builder()
                                .conditionCheck(requiring("c", "2")
                                        .returnValuesOnConditionCheckFailure(ALL_OLD)
                                        .build())
                                .build(),
                        plain.take("d", "2"),
                        write(plain.taking("e", "2").returnValuesOnConditionCheckFailure(ALL_OLD))))
                .extracting(CancellationReason::item)
                .containsExactly(claim("a", "1"), claim("b", "1"), claim("c", "1"), Map.of(), Map.of());
    }

    @Test
    void whereThereIsNoItemNoneIsTold() {
        CancellationReason reason = plain.refusals(TransactWriteItem.builder()
                        .delete(deleting("a", "1")
                                .returnValuesOnConditionCheckFailure(ALL_OLD)
                                .build())
                        .build())
                .getFirst();

        assertThat(reason.code()).isEqualTo("ConditionalCheckFailed");
        assertThat(reason.hasItem()).isFalse();
    }

    @Test
    void whatIsNotThereIsDeletedWithoutARefusal() {
        plain.commit(delete(Delete.builder().tableName(plain.claims).key(claim("a"))));

        assertThat(plain.find(plain.claims, claim("a"))).isEmpty();
    }

    @Test
    void twoActionsOnOneItemAreRefused() {
        assertInvalid(plain.take("a", "1"), requireOwner("a", "1"));
        assertInvalid(put(plain.sales, sale(1)), put(plain.sales, Map.of("id", number("1.0"))));
    }

    @Test
    void theSameKeyInTwoTablesIsTwoItems() {
        plain.commit(put(plain.sales, sale(1)), put(plain.ledger, Plain.entry("1", 1)));

        assertThat(plain.find(plain.sales, sale(1))).isPresent();
    }

    @Test
    void aHundredActionsAreWrittenAndOneMoreAreRefused() {
        plain.commit(sales(100));

        assertThat(plain.find(plain.sales, sale(100))).isPresent();
        assertInvalid(sales(101).toArray(TransactWriteItem[]::new));
        assertInvalid();
    }

    @Test
    void anItemOf400KilobytesIsWrittenAndALargerOneRefused() {
        int rest = LARGEST_ITEM - "claim".length() - "ä".length() * 2 - "owner".length();

        plain.commit(put(plain.claims, claim("ä", "x".repeat(rest))));

        assertThat(plain.find(plain.claims, claim("ä"))).isPresent();
        assertInvalid(put(plain.claims, claim("ä", "x".repeat(rest + 1))));
    }

    @Test
    void anItemWithoutItsKeyIsRefused() {
        assertRefused(put(plain.claims, Map.of("owner", text("1"))));
        assertRefused(put(plain.claims, Map.of("claim", number(1))));
        assertRefused(put(plain.claims, claim("")));
        assertRefused(delete(Delete.builder().tableName(plain.claims).key(claim("a", "1"))));
        assertRefused(delete(Delete.builder().tableName(plain.ledger).key(Map.of("profile_id", text("1")))));
    }

    @Test
    void anItemThatAnIndexCannotHoldIsRefused() {
        assertRefused(put(plain.sales, Map.of("id", number(1), "profile_id", number(1))));
    }

    @Test
    void aCheckWithoutAConditionIsRefused() {
        assertRefused(TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(plain.claims).key(claim("a")))
                .build());
    }

    @Test
    void aTableThatIsNotThereIsRefused() {
        assertThatExceptionOfType(ResourceNotFoundException.class)
                .isThrownBy(() -> plain.commit(put("no-such-table", sale(1))));
    }

    @Test
    void aNumberIsKeptWithoutZerosAtItsEnd() {
        Map<String, AttributeValue> numbers = Map.of(
                "id", number("007"),
                "points", number("1.500"),
                "large", number("12E2"),
                "nothing", number("-0.0"));

        plain.commit(put(plain.sales, numbers));

        assertThat(plain.find(plain.sales, sale(7)))
                .contains(Map.of(
                        "id", number("7"),
                        "points", number("1.5"),
                        "large", number("1200"),
                        "nothing", number("0")));
    }

    @Test
    void bytesAreKeptAsTheyAre() {
        Map<String, AttributeValue> item =
                Map.of("id", number(1), "bytes", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {0, -1, 127})));

        plain.commit(put(plain.sales, item));

        assertThat(plain.find(plain.sales, sale(1))).contains(item);
    }

    @Test
    void aNumberOfMoreThan38DigitsIsRefused() {
        plain.commit(put(plain.sales, Map.of("id", number("9".repeat(38)))));

        assertInvalid(put(plain.sales, Map.of("id", number("9".repeat(39)))));
        assertInvalid(put(plain.sales, Map.of("id", number("one"))));
    }

    /** As a whole or with a reason for the action: that is not the same everywhere. */
    private void assertRefused(TransactWriteItem write) {
        assertThatExceptionOfType(DynamoDbException.class).isThrownBy(() -> plain.commit(write));
    }

    private void assertInvalid(TransactWriteItem... writes) {
        assertThatExceptionOfType(DynamoDbException.class)
                .isThrownBy(() -> plain.commit(writes))
                .satisfies(e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException"));
    }

    private List<TransactWriteItem> sales(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(id -> put(plain.sales, sale(id)))
                .toList();
    }

    private TransactWriteItem deleteOf(String claim, String owner) {
        return delete(deleting(claim, owner));
    }

    private Delete.Builder deleting(String claim, String owner) {
        return Delete.builder()
                .tableName(plain.claims)
                .key(claim(claim))
                .conditionExpression("#owner = :owner")
                .expressionAttributeNames(Map.of("#owner", "owner"))
                .expressionAttributeValues(Map.of(":owner", text(owner)));
    }

    private static TransactWriteItem delete(Delete.Builder delete) {
        return TransactWriteItem.builder().delete(delete.build()).build();
    }

    private TransactWriteItem requireOwner(String claim, String owner) {
        return TransactWriteItem.builder()
                .conditionCheck(requiring(claim, owner).build())
                .build();
    }

    private ConditionCheck.Builder requiring(String claim, String owner) {
        return ConditionCheck.builder()
                .tableName(plain.claims)
                .key(claim(claim))
                .conditionExpression("#owner = :owner")
                .expressionAttributeNames(Map.of("#owner", "owner"))
                .expressionAttributeValues(Map.of(":owner", text(owner)));
    }
}
