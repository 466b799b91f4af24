package bilby.store;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** The ids of all items of a table, page by page. What stands under them is read afterwards, by key. */
public final class WholeTable {

    private static final String ID = "id";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,16}");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final DynamoDbClient client;
    private final String table;
    private final Pattern idPattern;
    private final Function<String, AttributeValue> toKey;
    private final Function<AttributeValue, String> toText;

    private WholeTable(
            DynamoDbClient client,
            String table,
            Pattern idPattern,
            Function<String, AttributeValue> toKey,
            Function<AttributeValue, String> toText) {
        this.client = client;
        this.table = table;
        this.idPattern = idPattern;
        this.toKey = toKey;
        this.toText = toText;
    }

    static WholeTable ofNumbers(DynamoDbClient client, String table) {
        return new WholeTable(client, table, NUMBER, AttributeValue::fromN, AttributeValue::n);
    }

    static WholeTable ofTexts(DynamoDbClient client, String table) {
        return new WholeTable(client, table, UUID, AttributeValue::fromS, AttributeValue::s);
    }

    /** Whether a text is of the form of this table's ids. */
    public boolean canBeId(String text) {
        return idPattern.matcher(text).matches();
    }

    /** At most {@code limit} ids, after the one where the page before ended. */
    public Page page(Optional<String> after, int limit) {
        ScanRequest.Builder scan = ScanRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .projectionExpression(ID)
                .limit(limit);
        after.ifPresent(id -> scan.exclusiveStartKey(Map.of(ID, toKey.apply(id))));
        ScanResponse response = client.scan(scan.build());
        return new Page(
                response.items().stream().map(this::id).toList(),
                Optional.of(response.lastEvaluatedKey())
                        .filter(key -> !key.isEmpty())
                        .map(this::id));
    }

    private String id(Map<String, AttributeValue> item) {
        AttributeValue id = item.get(ID);
        if (id == null) {
            throw new IllegalStateException("an item of " + table + " without its id");
        }
        return toText.apply(id);
    }

    /** The number of items as DynamoDB last counted them, up to six hours ago. */
    public long count() {
        return client.describeTable(describe -> describe.tableName(table))
                .table()
                .itemCount();
    }
}
