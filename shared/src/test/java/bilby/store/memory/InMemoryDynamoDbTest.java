package bilby.store.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What is its own: the rest is in the contracts of {@code bilby.store}. */
class InMemoryDynamoDbTest {

    private static final String TABLE = "people";

    @Test
    void whatItDoesNotKnowItDoesNotAnswer() {
        DynamoDbClient client = withTable(new InMemoryDynamoDb());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.scan(scan -> scan.tableName(TABLE).filterExpression("attribute_exists(id)")))
                .withMessageContaining("FilterExpression");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.transactWriteItems(
                        request -> request.transactItems(put(person(1))).clientRequestToken("again")))
                .withMessageContaining("ClientRequestToken");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.transactWriteItems(request -> request.transactItems(TransactWriteItem.builder()
                        .update(update -> update.tableName(TABLE).key(person(1)))
                        .build())))
                .withMessageContaining("Update");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        commit(client, put(Map.of("id", number(1), "photo", AttributeValue.fromNs(List.of("1"))))))
                .withMessageContaining("NS");
        assertThatIllegalArgumentException().isThrownBy(() -> commit(client, putIf("size(id) > id", 1)));
    }

    @Test
    void aPageEndsAfterAsManyItemsAsItWasMadeFor() {
        DynamoDbClient client = withTable(new InMemoryDynamoDb(2));
        commit(client, put(person(1)), put(person(2)), put(person(3)));

        assertThat(client.scan(scan -> scan.tableName(TABLE).limit(3)).items()).hasSize(2);
        assertThat(client.scanPaginator(scan -> scan.tableName(TABLE)).items()).hasSize(3);
    }

    @Test
    void aPageEndsBeforeItIsLargerThanAMegabyte() {
        DynamoDbClient client = withTable(new InMemoryDynamoDb());
        AttributeValue large = AttributeValue.fromS("x".repeat(300 * 1024));
        IntStream.rangeClosed(1, 7).forEach(id -> commit(client, put(Map.of("id", number(id), "large", large))));

        assertThat(client.scanPaginator(scan -> scan.tableName(TABLE)))
                .extracting(ScanResponse::count)
                .containsExactly(3, 3, 1);
    }

    @Test
    void theOrderOfAScanSaysNothingAndIsTheSameInEachRun() {
        DynamoDbClient client = withTable(new InMemoryDynamoDb());
        IntStream.rangeClosed(1, 5).forEach(id -> commit(client, put(person(id))));

        assertThat(client.scan(scan -> scan.tableName(TABLE)).items())
                .containsExactly(person(4), person(1), person(5), person(2), person(3));
    }

    @Test
    void anIndexMayHaveAKeyOfSeveralAttributes() {
        DynamoDbClient client = withTable(new InMemoryDynamoDb());
        commit(client, put(born(1, "0229", 7)), put(born(2, "0229", 8)), put(born(3, "0301", 7)));

        assertThat(client.query(query -> query.tableName(TABLE)
                                .indexName("by_birthday")
                                .keyConditionExpression("birthday = :day and shard = :shard")
                                .expressionAttributeValues(
                                        Map.of(":day", AttributeValue.fromS("0229"), ":shard", number(8))))
                        .items())
                .containsExactly(born(2, "0229", 8));
    }

    @Test
    void aTestCanPlantABugInItsConditions() {
        DynamoDbClient sound = withTable(new InMemoryDynamoDb());
        DynamoDbClient broken = withTable(new InMemoryDynamoDb() {
            @Override
            protected boolean holds(String table, Condition condition, Map<String, AttributeValue> item) {
                return condition.expression().startsWith("attribute_not_exists") || super.holds(table, condition, item);
            }
        });
        TransactWriteItem add = putIf("attribute_not_exists(id)", 1);
        commit(sound, add);
        commit(broken, add);

        assertThatExceptionOfType(TransactionCanceledException.class).isThrownBy(() -> commit(sound, add));
        commit(broken, add);
        assertThatExceptionOfType(TransactionCanceledException.class)
                .isThrownBy(() -> commit(broken, putIf("attribute_exists(name)", 1)));
    }

    private static DynamoDbClient withTable(DynamoDbClient client) {
        client.createTable(table -> table.tableName(TABLE)
                .attributeDefinitions(
                        attribute("id", ScalarAttributeType.N),
                        attribute("birthday", ScalarAttributeType.S),
                        attribute("shard", ScalarAttributeType.N))
                .keySchema(key("id", KeyType.HASH))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName("by_birthday")
                        .keySchema(key("birthday", KeyType.HASH), key("shard", KeyType.HASH), key("id", KeyType.RANGE))
                        .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                        .build()));
        return client;
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static Map<String, AttributeValue> person(long id) {
        return Map.of("id", number(id));
    }

    private static Map<String, AttributeValue> born(long id, String birthday, long shard) {
        return Map.of("id", number(id), "birthday", AttributeValue.fromS(birthday), "shard", number(shard));
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static TransactWriteItem put(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(TABLE).item(item))
                .build();
    }

    private static TransactWriteItem putIf(String condition, long id) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(TABLE).item(person(id)).conditionExpression(condition))
                .build();
    }

    private static void commit(DynamoDbClient client, TransactWriteItem... writes) {
        client.transactWriteItems(request -> request.transactItems(writes));
    }
}
