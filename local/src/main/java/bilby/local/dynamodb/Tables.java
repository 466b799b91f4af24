package bilby.local.dynamodb;

import bilby.local.template.Table;
import bilby.local.template.TableIndex;
import bilby.local.template.TableKey;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;

/** Makes the template's tables in DynamoDB Local. */
final class Tables {

    private Tables() {}

    /** Makes those that are not there yet; the others are left as they are, with what they hold. */
    static void create(DynamoDbClient client, List<Table> tables) {
        Set<String> existing = new HashSet<>(client.listTables().tableNames());
        tables.stream()
                .filter(table -> !existing.contains(table.id()))
                .map(Tables::request)
                .forEach(client::createTable);
        tables.stream().filter(table -> existing.contains(table.id())).forEach(table -> addStream(client, table));
    }

    /** A table of an earlier release may have been made without its stream. */
    private static void addStream(DynamoDbClient client, Table table) {
        boolean hasStream = client.describeTable(describe -> describe.tableName(table.id()))
                        .table()
                        .streamSpecification()
                != null;
        table.stream()
                .filter(type -> !hasStream)
                .ifPresent(type -> client.updateTable(
                        update -> update.tableName(table.id()).streamSpecification(stream(type))));
    }

    private static StreamSpecification stream(String viewType) {
        return StreamSpecification.builder()
                .streamEnabled(true)
                .streamViewType(viewType)
                .build();
    }

    private static CreateTableRequest request(Table table) {
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(table.id())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(schema(table.key()))
                .attributeDefinitions(table.attributes().entrySet().stream()
                        .map(Tables::attribute)
                        .toList());
        table.stream().map(Tables::stream).ifPresent(request::streamSpecification);
        List<GlobalSecondaryIndex> indexes =
                table.indexes().stream().map(Tables::index).toList();
        return indexes.isEmpty()
                ? request.build()
                : request.globalSecondaryIndexes(indexes).build();
    }

    private static GlobalSecondaryIndex index(TableIndex index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(schema(index.key()))
                .projection(projection -> {
                    projection.projectionType(index.projection());
                    if (!index.included().isEmpty()) {
                        projection.nonKeyAttributes(index.included());
                    }
                })
                .build();
    }

    private static AttributeDefinition attribute(Map.Entry<String, String> attribute) {
        return AttributeDefinition.builder()
                .attributeName(attribute.getKey())
                .attributeType(attribute.getValue())
                .build();
    }

    private static List<KeySchemaElement> schema(TableKey key) {
        return Stream.concat(elements(key.hash(), KeyType.HASH), elements(key.range(), KeyType.RANGE))
                .toList();
    }

    private static Stream<KeySchemaElement> elements(List<String> attributes, KeyType type) {
        return attributes.stream()
                .map(name -> KeySchemaElement.builder()
                        .attributeName(name)
                        .keyType(type)
                        .build());
    }
}
