package bilby.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** DynamoDB without the store: tables of its own, and plain requests to them. */
final class Plain {

    final DynamoDbClient client;

    /** Their key is {@code claim}, a text. */
    final String claims;

    /** Its key is {@code profile_id}, a text, and {@code version}, a number. */
    final String ledger;

    /** Their key is {@code id}, a number; by their {@code profile_id} they are in the index {@code by_profile}. */
    final String sales;

    Plain(Dynamo dynamo) {
        client = dynamo.client();
        TestTables tables = new TestTables(client);
        claims = tables.claims();
        ledger = tables.ledger();
        sales = tables.sales();
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(String value) {
        return AttributeValue.fromN(value);
    }

    static AttributeValue number(long value) {
        return number(Long.toString(value));
    }

    static Map<String, AttributeValue> claim(String claim) {
        return Map.of("claim", text(claim));
    }

    static Map<String, AttributeValue> claim(String claim, String owner) {
        return Map.of("claim", text(claim), "owner", text(owner));
    }

    static Map<String, AttributeValue> entry(String profileId, long version) {
        return Map.of("profile_id", text(profileId), "version", number(version));
    }

    static Map<String, AttributeValue> sale(long id) {
        return Map.of("id", number(id));
    }

    static TransactWriteItem put(String table, Map<String, AttributeValue> item) {
        return write(Put.builder().tableName(table).item(item));
    }

    /** Puts a claim where there is none. */
    TransactWriteItem take(String claim, String owner) {
        return write(taking(claim, owner));
    }

    Put.Builder taking(String claim, String owner) {
        return Put.builder()
                .tableName(claims)
                .item(claim(claim, owner))
                .conditionExpression("attribute_not_exists(#key)")
                .expressionAttributeNames(Map.of("#key", "claim"));
    }

    static TransactWriteItem write(Put.Builder put) {
        return TransactWriteItem.builder().put(put.build()).build();
    }

    void commit(TransactWriteItem... writes) {
        commit(List.of(writes));
    }

    void commit(List<TransactWriteItem> writes) {
        client.transactWriteItems(request -> request.transactItems(writes));
    }

    /** What each action of a transaction is refused for. */
    List<CancellationReason> refusals(TransactWriteItem... writes) {
        try {
            commit(writes);
        } catch (TransactionCanceledException e) {
            return e.cancellationReasons();
        }
        throw new AssertionError("nothing was refused");
    }

    Optional<Map<String, AttributeValue>> find(String table, Map<String, AttributeValue> key) {
        return find(table, List.of(key)).findFirst();
    }

    Stream<Map<String, AttributeValue>> find(String table, List<Map<String, AttributeValue>> keys) {
        KeysAndAttributes wanted =
                KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
        return client.batchGetItem(request -> request.requestItems(Map.of(table, wanted))).responses().values().stream()
                .flatMap(List::stream);
    }
}
