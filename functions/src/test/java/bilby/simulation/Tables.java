package bilby.simulation;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The tables that the handlers of the simulation use, each with its key; what is found by an index is not simulated. */
final class Tables {

    static final String WALLETS = "wallets";
    static final String LEDGER = "ledger";
    static final String REWARDS = "rewards";
    static final String POINTS = "points";
    static final String REDEMPTIONS = "redemptions";
    static final String SALES = "transactions";
    static final String CLAIMS = "claims";
    static final String DEFINITIONS = "definitions";

    /** What the store is told, and what every function has besides. */
    static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry("WALLETS_TABLE", WALLETS),
            Map.entry("LEDGER_TABLE", LEDGER),
            Map.entry("REWARDS_TABLE", REWARDS),
            Map.entry("POINTS_TABLE", POINTS),
            Map.entry("REDEMPTIONS_TABLE", REDEMPTIONS),
            Map.entry("TRANSACTIONS_TABLE", SALES),
            Map.entry("PROFILES_TABLE", "profiles"),
            Map.entry("DEFINITIONS_TABLE", DEFINITIONS),
            Map.entry("CLAIMS_TABLE", CLAIMS),
            Map.entry("TOKENS_TABLE", "tokens"),
            Map.entry("JOBS_TABLE", "jobs"),
            Map.entry("SCOPE", "any"));

    static final List<String> ALL = List.of(
            WALLETS, LEDGER, REWARDS, POINTS, REDEMPTIONS, SALES, "profiles", DEFINITIONS, CLAIMS, "tokens", "jobs");

    private Tables() {}

    static void create(DynamoDbClient client) {
        create(client, WALLETS, "profile_id", ScalarAttributeType.S, table -> {});
        create(
                client,
                LEDGER,
                "profile_id",
                ScalarAttributeType.S,
                table -> table.attributeDefinitions(
                                attribute("profile_id", ScalarAttributeType.S),
                                attribute("version", ScalarAttributeType.N))
                        .keySchema(key("profile_id", KeyType.HASH), key("version", KeyType.RANGE)));
        create(client, REWARDS, "id", ScalarAttributeType.N, table -> {});
        create(client, POINTS, "id", ScalarAttributeType.N, table -> {});
        create(client, REDEMPTIONS, "id", ScalarAttributeType.N, table -> {});
        create(client, SALES, "id", ScalarAttributeType.N, table -> {});
        create(client, "profiles", "id", ScalarAttributeType.S, table -> {});
        create(client, DEFINITIONS, "kind_id", ScalarAttributeType.S, table -> {});
        create(client, CLAIMS, "claim", ScalarAttributeType.S, table -> {});
        create(client, "tokens", "hash", ScalarAttributeType.S, table -> {});
        create(
                client,
                "jobs",
                "job",
                ScalarAttributeType.S,
                table -> table.attributeDefinitions(
                                attribute("job", ScalarAttributeType.S), attribute("row", ScalarAttributeType.S))
                        .keySchema(key("job", KeyType.HASH), key("row", KeyType.RANGE)));
    }

    private static void create(
            DynamoDbClient client,
            String name,
            String key,
            ScalarAttributeType type,
            Consumer<CreateTableRequest.Builder> otherwise) {
        CreateTableRequest.Builder table = CreateTableRequest.builder()
                .tableName(name)
                .attributeDefinitions(attribute(key, type))
                .keySchema(key(key, KeyType.HASH));
        otherwise.accept(table);
        client.createTable(table.build());
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
