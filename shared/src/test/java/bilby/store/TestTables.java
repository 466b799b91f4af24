package bilby.store;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Tables of a test's own, empty. */
public final class TestTables {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final DynamoDbClient client;
    private final String prefix = "test" + COUNT.incrementAndGet() + "-";

    public TestTables(DynamoDbClient client) {
        this.client = client;
    }

    /** The variables that name them. */
    public Map<String, String> create() {
        return Map.ofEntries(
                Map.entry("WALLETS_TABLE", table("wallets", keyed("profile_id", ScalarAttributeType.S))),
                Map.entry("LEDGER_TABLE", ledger()),
                Map.entry("REWARDS_TABLE", table("rewards", TestTables::byProfile)),
                Map.entry("POINTS_TABLE", table("points", TestTables::byProfile)),
                Map.entry("REDEMPTIONS_TABLE", table("redemptions", TestTables::byProfile)),
                Map.entry("TRANSACTIONS_TABLE", sales()),
                Map.entry("PROFILES_TABLE", table("profiles", TestTables::byBirthday)),
                Map.entry("DEFINITIONS_TABLE", table("definitions", keyed("kind_id", ScalarAttributeType.S))),
                Map.entry("CLAIMS_TABLE", claims()),
                Map.entry("TOKENS_TABLE", table("tokens", keyed("hash", ScalarAttributeType.S))),
                Map.entry("JOBS_TABLE", table("jobs", TestTables::jobs)));
    }

    String ledger() {
        return table("ledger", TestTables::byVersion);
    }

    String sales() {
        return table("transactions", TestTables::byProfile);
    }

    String claims() {
        return table("claims", TestTables::byFile);
    }

    private String table(String name, Consumer<CreateTableRequest.Builder> how) {
        CreateTableRequest.Builder table =
                CreateTableRequest.builder().tableName(prefix + name).billingMode(BillingMode.PAY_PER_REQUEST);
        how.accept(table);
        client.createTable(table.build());
        return prefix + name;
    }

    private static Consumer<CreateTableRequest.Builder> keyed(String name, ScalarAttributeType type) {
        return table -> table.attributeDefinitions(attribute(name, type)).keySchema(key(name, KeyType.HASH));
    }

    private static void byVersion(CreateTableRequest.Builder table) {
        table.attributeDefinitions(
                        attribute("profile_id", ScalarAttributeType.S), attribute("version", ScalarAttributeType.N))
                .keySchema(key("profile_id", KeyType.HASH), key("version", KeyType.RANGE));
    }

    private static void jobs(CreateTableRequest.Builder table) {
        table.attributeDefinitions(attribute("job", ScalarAttributeType.S), attribute("row", ScalarAttributeType.S))
                .keySchema(key("job", KeyType.HASH), key("row", KeyType.RANGE));
    }

    private static void byProfile(CreateTableRequest.Builder table) {
        indexed(table, "id", ScalarAttributeType.N, "by_profile", "profile_id");
    }

    private static void byBirthday(CreateTableRequest.Builder table) {
        indexed(table, "id", ScalarAttributeType.S, "by_birthday", "birthday_place");
    }

    private static void byFile(CreateTableRequest.Builder table) {
        indexed(table, "claim", ScalarAttributeType.S, "by_file", "filed_under");
    }

    /** A table with an index of keys only, by an attribute and in the order of the table's own key. */
    private static void indexed(
            CreateTableRequest.Builder table, String name, ScalarAttributeType type, String index, String by) {
        table.attributeDefinitions(attribute(name, type), attribute(by, ScalarAttributeType.S))
                .keySchema(key(name, KeyType.HASH))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName(index)
                        .keySchema(key(by, KeyType.HASH), key(name, KeyType.RANGE))
                        .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                        .build());
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
}
