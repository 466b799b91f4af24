package bilby.store;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The actions that commits take on one table. Names stand behind {@code #}: many a plain one is reserved by DynamoDB. */
record Table(String name, String keyName) {

    private static final String VERSION = "version";
    private static final String IS_VERSION = "#version = :version";

    <T> Key<T> key(String value, Function<Item, T> mapper) {
        return new Key<>(name, Map.of(keyName, AttributeValue.fromS(value)), mapper);
    }

    <T> Key<T> key(long value, Function<Item, T> mapper) {
        return new Key<>(name, Map.of(keyName, AttributeValue.fromN(Long.toString(value))), mapper);
    }

    /** A row of a job, in the table of the jobs. */
    <T> Key<T> row(String job, String row, Function<Item, T> mapper) {
        return new Key<>(name, Map.of(keyName, AttributeValue.fromS(job), "row", AttributeValue.fromS(row)), mapper);
    }

    /** Puts an item where there is none. */
    Write add(Item item, Write.Refusal ifThere) {
        return new Write(
                put(put -> put.item(item.attributes())
                        .conditionExpression("attribute_not_exists(#key)")
                        .expressionAttributeNames(Map.of("#key", keyName))),
                ifThere);
    }

    /** Puts an item where there is none; what is there comes back with the refusal, and so costs no read. */
    Write addOrShow(Item item, Write.Refusal ifThere) {
        return new Write(
                put(put -> put.item(item.attributes())
                        .conditionExpression("attribute_not_exists(#key)")
                        .expressionAttributeNames(Map.of("#key", keyName))
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)),
                ifThere);
    }

    /** Puts an item over the one of the version before it. */
    Write replace(Item item, long version) {
        return new Write(
                put(put -> put.item(item.attributes())
                        .conditionExpression(IS_VERSION)
                        .expressionAttributeNames(Map.of("#version", VERSION))
                        .expressionAttributeValues(versionIs(version))),
                Write.Refusal.STALE);
    }

    /** Puts an item over an open one of the version before it. */
    Write replaceOpen(Item item, long version) {
        return new Write(
                put(put -> put.item(item.attributes())
                        .conditionExpression(IS_VERSION + " and #open = :open")
                        .expressionAttributeNames(Map.of("#version", VERSION, "#open", "open"))
                        .expressionAttributeValues(Map.of(
                                ":version",
                                AttributeValue.fromN(Long.toString(version)),
                                ":open",
                                AttributeValue.fromBool(true)))),
                Write.Refusal.STALE);
    }

    /** Puts an item that another condition of the same commit guards. */
    Write put(Item item) {
        return new Write(put(put -> put.item(item.attributes())), Write.Refusal.STALE);
    }

    /** Deletes the item of this version. */
    Write delete(Key<?> key, long version) {
        Delete delete = Delete.builder()
                .tableName(name)
                .key(key.attributes())
                .conditionExpression(IS_VERSION)
                .expressionAttributeNames(Map.of("#version", VERSION))
                .expressionAttributeValues(versionIs(version))
                .build();
        return new Write(TransactWriteItem.builder().delete(delete).build(), Write.Refusal.STALE);
    }

    /** Deletes an item that another condition of the same commit guards. */
    Write delete(Key<?> key) {
        Delete delete = Delete.builder().tableName(name).key(key.attributes()).build();
        return new Write(TransactWriteItem.builder().delete(delete).build(), Write.Refusal.STALE);
    }

    /** Requires that an item is open, and changes nothing. */
    Write requireOpen(Key<?> key) {
        ConditionCheck check = ConditionCheck.builder()
                .tableName(name)
                .key(key.attributes())
                .conditionExpression("#open = :open")
                .expressionAttributeNames(Map.of("#open", "open"))
                .expressionAttributeValues(Map.of(":open", AttributeValue.fromBool(true)))
                .build();
        return new Write(TransactWriteItem.builder().conditionCheck(check).build(), Write.Refusal.STALE);
    }

    /** Requires that an item is of this version, and changes nothing. */
    Write requireVersion(Key<?> key, long version) {
        ConditionCheck check = ConditionCheck.builder()
                .tableName(name)
                .key(key.attributes())
                .conditionExpression(IS_VERSION)
                .expressionAttributeNames(Map.of("#version", VERSION))
                .expressionAttributeValues(versionIs(version))
                .build();
        return new Write(TransactWriteItem.builder().conditionCheck(check).build(), Write.Refusal.STALE);
    }

    private TransactWriteItem put(Consumer<Put.Builder> how) {
        Put.Builder put = Put.builder().tableName(name);
        how.accept(put);
        return TransactWriteItem.builder().put(put.build()).build();
    }

    private static Map<String, AttributeValue> versionIs(long version) {
        return Map.of(":version", AttributeValue.fromN(Long.toString(version)));
    }
}
