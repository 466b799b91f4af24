package bilby.store.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;

/**
 * The reads.
 *
 * @param mostOfAPage where a page of a query or scan ends, whatever it was asked for
 */
record Reads(Tables tables, int mostOfAPage) {

    private static final int MOST_KEYS = 100;

    private static final Known BATCH = Known.of("RequestItems");
    private static final Known KEYS =
            Known.of("Keys", "ConsistentRead", "ProjectionExpression", "ExpressionAttributeNames");
    private static final Known TRANSACTION = Known.of("TransactItems");
    private static final Known GET = Known.of("TableName", "Key");
    private static final Known QUERY = Known.of(
            "TableName",
            "IndexName",
            "KeyConditionExpression",
            "ExpressionAttributeNames",
            "ExpressionAttributeValues",
            "ProjectionExpression",
            "ScanIndexForward",
            "ConsistentRead",
            "Limit",
            "ExclusiveStartKey");
    private static final Known SCAN = Known.of(
            "TableName",
            "ExpressionAttributeNames",
            "ProjectionExpression",
            "ConsistentRead",
            "Limit",
            "ExclusiveStartKey",
            "Segment",
            "TotalSegments");

    /** The items in an order of their own, not in that of their keys. */
    BatchGetItemResponse batchGet(BatchGetItemRequest request) {
        BATCH.check(request);
        int keys = request.requestItems().values().stream()
                .mapToInt(wanted -> wanted.keys().size())
                .sum();
        if (keys < 1 || keys > MOST_KEYS) {
            throw Refusals.invalid("Too many items requested for the BatchGetItem call, or none");
        }
        Map<String, List<Map<String, AttributeValue>>> found = new HashMap<>();
        request.requestItems().forEach((name, wanted) -> found.put(name, found(tables.get(name), wanted)));
        return BatchGetItemResponse.builder()
                .responses(found)
                .unprocessedKeys(Map.of())
                .build();
    }

    private static List<Map<String, AttributeValue>> found(Table table, KeysAndAttributes wanted) {
        KEYS.check(wanted);
        Projection projection = Projection.of(wanted.projectionExpression());
        Placeholders placeholders = new Placeholders(wanted.expressionAttributeNames(), Map.of());
        check(placeholders, Set.of(), projection);
        Map<Place, Optional<Map<String, AttributeValue>>> found = new TreeMap<>();
        for (Map<String, AttributeValue> key : wanted.keys()) {
            Place place = table.schema().place(Values.kept(key));
            if (found.put(place, table.get(place)) != null) {
                throw Refusals.invalid("Provided list of item keys contains duplicates");
            }
        }
        return found.values().stream()
                .flatMap(Optional::stream)
                .map(item -> projection.of(item, placeholders))
                .toList();
    }

    /** The items in the order in which they were asked for, without attributes where there is none. */
    TransactGetItemsResponse transactGet(TransactGetItemsRequest request) {
        TRANSACTION.check(request);
        if (request.transactItems().isEmpty() || request.transactItems().size() > MOST_KEYS) {
            throw Refusals.invalid("Member must have length between 1 and " + MOST_KEYS + ": transactItems");
        }
        if (request.transactItems().stream()
                        .map(item -> at(item.get()))
                        .distinct()
                        .count()
                < request.transactItems().size()) {
            throw Refusals.invalid("Transaction request cannot include multiple operations on one item");
        }
        return TransactGetItemsResponse.builder()
                .responses(request.transactItems().stream()
                        .map(item -> response(item.get()))
                        .toList())
                .build();
    }

    private Action.At at(Get get) {
        return new Action.At(
                get.tableName(), tables.get(get.tableName()).schema().place(Values.kept(get.key())));
    }

    private ItemResponse response(Get get) {
        GET.check(get);
        Table table = tables.get(get.tableName());
        ItemResponse.Builder response = ItemResponse.builder();
        table.get(table.schema().place(Values.kept(get.key()))).ifPresent(response::item);
        return response.build();
    }

    QueryResponse query(QueryRequest request) {
        QUERY.check(request);
        if (request.indexName() != null && isTrue(request.consistentRead())) {
            throw Refusals.invalid("Consistent reads are not supported on global secondary indexes");
        }
        View view = tables.get(request.tableName()).view(request.indexName());
        Parsed condition = Parsed.of(request.keyConditionExpression());
        Projection projection = Projection.of(request.projectionExpression());
        Placeholders placeholders =
                new Placeholders(request.expressionAttributeNames(), request.expressionAttributeValues());
        check(placeholders, condition.placeholders(), projection);
        View.Page page = view.page(
                KeyRange.of(condition.expression(), view.schema(), placeholders),
                request.exclusiveStartKey(),
                request.scanIndexForward() == null || request.scanIndexForward(),
                most(request.limit()));
        QueryResponse.Builder response = QueryResponse.builder()
                .items(page.items().stream()
                        .map(item -> projection.of(item, placeholders))
                        .toList())
                .count(page.items().size())
                .scannedCount(page.items().size());
        return page.last().isEmpty()
                ? response.build()
                : response.lastEvaluatedKey(page.last()).build();
    }

    ScanResponse scan(ScanRequest request) {
        SCAN.check(request);
        View view = tables.get(request.tableName()).view(null);
        Projection projection = Projection.of(request.projectionExpression());
        Placeholders placeholders = new Placeholders(request.expressionAttributeNames(), Map.of());
        check(placeholders, Set.of(), projection);
        View.Page page = view.page(
                segment(request.segment(), request.totalSegments()),
                request.exclusiveStartKey(),
                true,
                most(request.limit()));
        ScanResponse.Builder response = ScanResponse.builder()
                .items(page.items().stream()
                        .map(item -> projection.of(item, placeholders))
                        .toList())
                .count(page.items().size())
                .scannedCount(page.items().size());
        return page.last().isEmpty()
                ? response.build()
                : response.lastEvaluatedKey(page.last()).build();
    }

    private static Span segment(@Nullable Integer number, @Nullable Integer total) {
        if (number == null && total == null) {
            return Span.ALL;
        }
        if (number == null || total == null || number < 0 || number >= total) {
            throw Refusals.invalid("there is no segment " + number + " of " + total);
        }
        return Span.segment(number, total);
    }

    private int most(@Nullable Integer limit) {
        if (limit == null) {
            return mostOfAPage;
        }
        if (limit < 1) {
            throw Refusals.invalid("Limit must be greater than or equal to 1");
        }
        return Math.min(limit, mostOfAPage);
    }

    private static void check(Placeholders placeholders, Set<String> ofTheCondition, Projection projection) {
        Set<String> used = new TreeSet<>(ofTheCondition);
        projection.addPlaceholders(used);
        placeholders.check(used);
    }

    private static boolean isTrue(@Nullable Boolean value) {
        return value != null && value;
    }
}
