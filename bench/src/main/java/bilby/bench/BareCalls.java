package bilby.bench;

import static bilby.bench.Served.changed;
import static bilby.bench.Served.number;
import static bilby.bench.Served.text;
import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The calls of DynamoDB that a balance and a redemption make, made bare: the same keys, items of the same size, the same
 * conditions. The items are those of a redemption that was made through the API.
 */
final class BareCalls {

    private static final AtomicLong IDS = new AtomicLong(1L << 49);

    private final DynamoDbClient client;
    private final Map<String, AttributeValue> entry;
    private final Map<String, AttributeValue> redemption;
    private final Map<String, AttributeValue> token;
    private final Map<String, AttributeValue> settings;

    /**
     * @param profile whose last redemption is the model
     * @param redemption its id
     */
    BareCalls(Served served, String profile, long redemption) {
        this.client = served.client();
        this.entry = served.item(
                "LedgerTable",
                Map.of(
                        "profile_id",
                        text(profile),
                        "version",
                        requireNonNull(wallet(profile).get("version"))));
        this.redemption = served.item("RedemptionsTable", Map.of("id", number(redemption)));
        this.token = Map.of(
                "hash",
                client.scan(scan -> scan.tableName("TokensTable"))
                        .items()
                        .getFirst()
                        .get("hash"));
        this.settings = Map.of("kind_id", text("settings#0"));
    }

    /** A token, a wallet and the settings in one batch. */
    Map<String, AttributeValue> balance(String profile) {
        BatchGetItemResponse found = client.batchGetItem(get -> get.requestItems(Map.of(
                "TokensTable", consistent(token),
                "WalletsTable", consistent(Map.of("profile_id", text(profile))),
                "DefinitionsTable", consistent(settings))));
        return requireNonNull(found.responses().get("WalletsTable")).getFirst();
    }

    /** The same batch, and a commit of the wallet, an entry and a redemption. */
    void redeem(String profile) {
        Map<String, AttributeValue> wallet = balance(profile);
        AttributeValue version = requireNonNull(wallet.get("version"));
        AttributeValue next = number(Long.parseLong(version.n()) + 1);
        client.transactWriteItems(commit -> commit.transactItems(
                put(
                        "WalletsTable",
                        changed(wallet, Map.of("version", next)),
                        put -> put.conditionExpression("#version = :version and #open = :open")
                                .expressionAttributeNames(Map.of("#version", "version", "#open", "open"))
                                .expressionAttributeValues(
                                        Map.of(":version", version, ":open", AttributeValue.fromBool(true)))),
                put(
                        "LedgerTable",
                        changed(entry, Map.of("profile_id", text(profile), "version", next)),
                        absent("profile_id")),
                put(
                        "RedemptionsTable",
                        changed(redemption, Map.of("profile_id", text(profile), "id", number(IDS.getAndIncrement()))),
                        absent("id"))));
    }

    private Map<String, AttributeValue> wallet(String profile) {
        return client.getItem(get -> get.tableName("WalletsTable")
                        .key(Map.of("profile_id", text(profile)))
                        .consistentRead(true))
                .item();
    }

    private static KeysAndAttributes consistent(Map<String, AttributeValue> key) {
        return KeysAndAttributes.builder()
                .keys(List.of(key))
                .consistentRead(true)
                .build();
    }

    /** That nothing stands there yet. */
    static Consumer<Put.Builder> absent(String key) {
        return put ->
                put.conditionExpression("attribute_not_exists(#key)").expressionAttributeNames(Map.of("#key", key));
    }

    static TransactWriteItem put(String table, Map<String, AttributeValue> item, Consumer<Put.Builder> condition) {
        Put.Builder put = Put.builder().tableName(table).item(item);
        condition.accept(put);
        return TransactWriteItem.builder().put(put.build()).build();
    }
}
