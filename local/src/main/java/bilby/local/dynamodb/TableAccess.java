package bilby.local.dynamodb;

import bilby.local.role.Access;
import bilby.local.template.Arns;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The rights that a call of DynamoDB needs. */
final class TableAccess {

    private TableAccess() {}

    /** All that this request needs; of a transaction, what each of its items needs. */
    static Stream<Access> neededBy(SdkRequest request) {
        return switch (request) {
            case GetItemRequest get -> Stream.of(table("GetItem", get.tableName()));
            case PutItemRequest put -> Stream.of(table("PutItem", put.tableName()));
            case UpdateItemRequest update -> Stream.of(table("UpdateItem", update.tableName()));
            case DeleteItemRequest delete -> Stream.of(table("DeleteItem", delete.tableName()));
            case DescribeTableRequest describe -> Stream.of(table("DescribeTable", describe.tableName()));
            case QueryRequest query -> Stream.of(index("Query", query.tableName(), query.indexName()));
            case ScanRequest scan -> Stream.of(index("Scan", scan.tableName(), scan.indexName()));
            case BatchGetItemRequest batch ->
                batch.requestItems().keySet().stream().map(table -> table("BatchGetItem", table));
            case BatchWriteItemRequest batch ->
                batch.requestItems().keySet().stream().map(table -> table("BatchWriteItem", table));
            case TransactGetItemsRequest commit ->
                commit.transactItems().stream()
                        .map(item -> table("GetItem", item.get().tableName()));
            case TransactWriteItemsRequest commit ->
                commit.transactItems().stream().flatMap(TableAccess::neededBy);
            default -> Stream.of(new Access("dynamodb:" + operation(request), "*"));
        };
    }

    private static Stream<Access> neededBy(TransactWriteItem item) {
        return Stream.of(
                        Optional.ofNullable(item.put()).map(put -> table("PutItem", put.tableName())),
                        Optional.ofNullable(item.update()).map(update -> table("UpdateItem", update.tableName())),
                        Optional.ofNullable(item.delete()).map(delete -> table("DeleteItem", delete.tableName())),
                        Optional.ofNullable(item.conditionCheck())
                                .map(check -> table("ConditionCheckItem", check.tableName())))
                .flatMap(Optional::stream);
    }

    private static Access table(String operation, String table) {
        return new Access("dynamodb:" + operation, Arns.table(table));
    }

    private static Access index(String operation, String table, @Nullable String index) {
        return index == null ? table(operation, table) : new Access("dynamodb:" + operation, Arns.index(table, index));
    }

    private static String operation(SdkRequest request) {
        return request.getClass().getSimpleName().replace("Request", "");
    }
}
