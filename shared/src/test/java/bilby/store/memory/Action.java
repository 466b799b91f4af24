package bilby.store.memory;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * One action of a transaction.
 *
 * @param returnsOld whether the item is told to whom the condition fails
 */
record Action(Table table, Place place, Effect effect, Optional<Condition> condition, boolean returnsOld) {

    /** What becomes of the item. */
    sealed interface Effect {

        record Replaced(Map<String, AttributeValue> item) implements Effect {}

        record Removed() implements Effect {}

        record Added(Map<String, AttributeValue> key, Map<String, BigDecimal> more) implements Effect {}

        record Kept() implements Effect {}
    }

    /** Where in which table: no two actions of a transaction can be at one. */
    record At(String table, Place place) {}

    private static final int LARGEST_ITEM = 400 * 1024;

    private static final Known WRITE = Known.of("Put", "Delete", "ConditionCheck", "Update");
    private static final Known PUT = known("Item");
    private static final Known KEYED = known("Key");
    private static final Known ADD =
            Known.of("TableName", "Key", "UpdateExpression", "ExpressionAttributeNames", "ExpressionAttributeValues");

    private static Known known(String subject) {
        return Known.of(
                "TableName",
                subject,
                "ConditionExpression",
                "ExpressionAttributeNames",
                "ExpressionAttributeValues",
                "ReturnValuesOnConditionCheckFailure");
    }

    static Action of(TransactWriteItem write, Function<String, Table> tables) {
        WRITE.check(write);
        Put put = write.put();
        Delete delete = write.delete();
        ConditionCheck check = write.conditionCheck();
        Update update = write.update();
        if (Stream.of(put, delete, check, update).filter(Objects::nonNull).count() != 1) {
            throw Refusals.invalid("TransactItems can only contain one of Check, Put, Update or Delete");
        }
        if (put != null) {
            return of(put, tables.apply(put.tableName()));
        }
        if (update != null) {
            return of(update, tables.apply(update.tableName()));
        }
        return delete != null
                ? of(delete, tables.apply(delete.tableName()))
                : of(check, tables.apply(check.tableName()));
    }

    private static Action of(Put put, Table table) {
        PUT.check(put);
        Map<String, AttributeValue> item = Values.kept(put.item());
        if (ItemSize.bytes(item) > LARGEST_ITEM) {
            throw Refusals.invalid("Item size has exceeded the maximum allowed size");
        }
        return new Action(
                table,
                table.place(item),
                new Effect.Replaced(item),
                condition(put.conditionExpression(), put.expressionAttributeNames(), put.expressionAttributeValues()),
                wantsOld(put.returnValuesOnConditionCheckFailure()));
    }

    private static Action of(Delete delete, Table table) {
        KEYED.check(delete);
        return new Action(
                table,
                table.schema().place(Values.kept(delete.key())),
                new Effect.Removed(),
                condition(
                        delete.conditionExpression(),
                        delete.expressionAttributeNames(),
                        delete.expressionAttributeValues()),
                wantsOld(delete.returnValuesOnConditionCheckFailure()));
    }

    /** Of updates only such are known as add to numbers, without a condition: {@code ADD #a :a, #b :b}. */
    private static Action of(Update update, Table table) {
        ADD.check(update);
        String expression = Objects.toString(update.updateExpression(), "");
        if (!expression.startsWith("ADD ")) {
            throw new IllegalArgumentException("not known in memory: Update " + expression);
        }
        Map<String, BigDecimal> more = new HashMap<>();
        for (String sum : expression.substring("ADD ".length()).split(", ", -1)) {
            int space = sum.indexOf(' ');
            String name = update.expressionAttributeNames().get(sum.substring(0, space));
            AttributeValue value = update.expressionAttributeValues().get(sum.substring(space + 1));
            if (name == null || value == null || value.n() == null) {
                throw Refusals.invalid("an update of what is not said: " + sum);
            }
            more.put(name, new BigDecimal(value.n()));
        }
        Map<String, AttributeValue> key = Values.kept(update.key());
        return new Action(table, table.schema().place(key), new Effect.Added(key, more), Optional.empty(), false);
    }

    private static Action of(ConditionCheck check, Table table) {
        KEYED.check(check);
        if (check.conditionExpression() == null) {
            throw Refusals.invalid("a check without a condition");
        }
        return new Action(
                table,
                table.schema().place(Values.kept(check.key())),
                new Effect.Kept(),
                condition(
                        check.conditionExpression(),
                        check.expressionAttributeNames(),
                        check.expressionAttributeValues()),
                wantsOld(check.returnValuesOnConditionCheckFailure()));
    }

    private static Optional<Condition> condition(
            @Nullable String expression, Map<String, String> names, Map<String, AttributeValue> values) {
        if (expression == null) {
            if (!names.isEmpty() || !values.isEmpty()) {
                throw Refusals.invalid("placeholders can only be given where there is an expression");
            }
            return Optional.empty();
        }
        Condition condition = new Condition(expression, names, values);
        condition.check();
        return Optional.of(condition);
    }

    private static boolean wantsOld(@Nullable ReturnValuesOnConditionCheckFailure wanted) {
        return wanted == ReturnValuesOnConditionCheckFailure.ALL_OLD;
    }

    /** The item as it stands. */
    Optional<Map<String, AttributeValue>> item() {
        return table.get(place);
    }

    At at() {
        return new At(table.name(), place);
    }

    void carryOut() {
        switch (effect) {
            case Effect.Replaced(Map<String, AttributeValue> item) -> table.put(place, item);
            case Effect.Removed() -> table.remove(place);
            case Effect.Added(Map<String, AttributeValue> key, Map<String, BigDecimal> more) -> {
                Map<String, AttributeValue> item =
                        new HashMap<>(table.get(place).orElse(key));
                more.forEach((name, number) -> item.merge(
                        name,
                        AttributeValue.fromN(number.toPlainString()),
                        (one, other) -> AttributeValue.fromN(new BigDecimal(one.n())
                                .add(new BigDecimal(other.n()))
                                .toPlainString())));
                table.put(place, item);
            }
            case Effect.Kept() -> {}
        }
    }
}
