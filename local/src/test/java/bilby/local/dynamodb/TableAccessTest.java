package bilby.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.role.Access;
import bilby.local.template.Arns;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

class TableAccessTest {

    private static final String T = Arns.table("T");
    private static final Access GET = new Access("dynamodb:GetItem", T);

    static Stream<Arguments> requests() {
        return Stream.of(
                needs(GetItemRequest.builder().tableName("T").build(), GET),
                needs(PutItemRequest.builder().tableName("T").build(), new Access("dynamodb:PutItem", T)),
                needs(UpdateItemRequest.builder().tableName("T").build(), new Access("dynamodb:UpdateItem", T)),
                needs(DeleteItemRequest.builder().tableName("T").build(), new Access("dynamodb:DeleteItem", T)),
                needs(DescribeTableRequest.builder().tableName("T").build(), new Access("dynamodb:DescribeTable", T)),
                needs(ScanRequest.builder().tableName("T").build(), new Access("dynamodb:Scan", T)),
                needs(QueryRequest.builder().tableName("T").build(), new Access("dynamodb:Query", T)),
                needs(
                        QueryRequest.builder().tableName("T").indexName("i").build(),
                        new Access("dynamodb:Query", Arns.index("T", "i"))),
                needs(
                        BatchGetItemRequest.builder()
                                .requestItems(
                                        Map.of("T", KeysAndAttributes.builder().build()))
                                .build(),
                        new Access("dynamodb:BatchGetItem", T)),
                needs(
                        BatchWriteItemRequest.builder()
                                .requestItems(Map.of(
                                        "T", List.of(WriteRequest.builder().build())))
                                .build(),
                        new Access("dynamodb:BatchWriteItem", T)),
                needs(
                        TransactGetItemsRequest.builder()
                                .transactItems(TransactGetItem.builder()
                                        .get(get -> get.tableName("T"))
                                        .build())
                                .build(),
                        GET),
                needs(
                        TransactWriteItemsRequest.builder()
                                .transactItems(
                                        write().put(put -> put.tableName("T")).build(),
                                        write().update(update -> update.tableName("T"))
                                                .build(),
                                        write().delete(delete -> delete.tableName("T"))
                                                .build(),
                                        write().conditionCheck(check -> check.tableName("T"))
                                                .build())
                                .build(),
                        new Access("dynamodb:PutItem", T),
                        new Access("dynamodb:UpdateItem", T),
                        new Access("dynamodb:DeleteItem", T),
                        new Access("dynamodb:ConditionCheckItem", T)),
                needs(ListTablesRequest.builder().build(), new Access("dynamodb:ListTables", "*")));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void eachRequestNeedsTheRightsThatIamAsksFor(SdkRequest request, List<Access> needed) {
        assertThat(TableAccess.neededBy(request)).containsExactlyElementsOf(needed);
    }

    private static Arguments needs(SdkRequest request, Access... needed) {
        return Arguments.of(request, List.of(needed));
    }

    private static TransactWriteItem.Builder write() {
        return TransactWriteItem.builder();
    }
}
