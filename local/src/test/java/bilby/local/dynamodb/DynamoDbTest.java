package bilby.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bilby.local.TestTemplate;
import bilby.local.http.Address;
import bilby.local.http.StartException;
import bilby.local.template.Template;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

class DynamoDbTest {

    private static final Map<String, AttributeValue> TOKEN = Map.of("hash", AttributeValue.fromS("abc"));

    private final Template template = TestTemplate.read();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theTablesAreTheTemplates() {
        try (DynamoDb dynamoDb = start(Optional.empty());
                DynamoDbClient client = dynamoDb.client()) {
            TableDescription things = client.describeTable(request -> request.tableName("ThingsTable"))
                    .table();
            GlobalSecondaryIndexDescription index =
                    things.globalSecondaryIndexes().getFirst();

            assertThat(client.listTables().tableNames()).containsExactly("ThingsTable", "TokensTable");
            assertThat(things.keySchema()).extracting("attributeName").containsExactly("id");
            assertThat(index.keySchema()).extracting("attributeName").containsExactly("colour", "size", "made");
            assertThat(index.projection().nonKeyAttributes()).containsExactly("name");
        }
    }

    @Test
    void aDirectoryIsOfOneServerAtATime() {
        Optional<Path> data = Optional.of(directory);
        try (DynamoDb first = start(data)) {
            assertThat(first.uri()).isNotNull();
            assertThatThrownBy(() -> start(data))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("another server has it");
        }
        start(data).close();
    }

    @Test
    void aDirectoryKeepsTheTablesOverARestart() {
        Optional<Path> data = Optional.of(directory.resolve("some/where"));
        try (DynamoDb dynamoDb = start(data);
                DynamoDbClient client = dynamoDb.client()) {
            client.putItem(put -> put.tableName("TokensTable").item(TOKEN));
        }
        try (DynamoDb dynamoDb = start(data);
                DynamoDbClient client = dynamoDb.client()) {
            assertThat(client.getItem(get -> get.tableName("TokensTable").key(TOKEN))
                            .item())
                    .isEqualTo(TOKEN);
        }
    }

    @Test
    void aDirectoryThatCannotBeMadeIsSaid() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> start(Optional.of(file.resolve("data"))))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("-Ddata=<dir>");
    }

    @Test
    void aFunctionCanDoNothingThatItsRoleDoesNotAllow() {
        try (DynamoDb dynamoDb = start(Optional.empty());
                DynamoDbClient client = dynamoDb.client(template.function("ReadToken"))) {
            assertThat(client.getItem(get -> get.tableName("TokensTable").key(TOKEN))
                            .hasItem())
                    .isFalse();
            assertThatThrownBy(() ->
                            client.putItem(put -> put.tableName("TokensTable").item(TOKEN)))
                    .isInstanceOfSatisfying(DynamoDbException.class, e -> {
                        assertThat(e.statusCode()).isEqualTo(400);
                        assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
                        assertThat(e).hasMessageContaining("ReadToken").hasMessageContaining("dynamodb:PutItem");
                    });
            assertThatThrownBy(() -> client.scanPaginator(scan -> scan.tableName("TokensTable")).stream()
                            .toList())
                    .isInstanceOf(DynamoDbException.class);
        }
    }

    @Test
    void onlyThisMachineReachesIt() {
        try (DynamoDb dynamoDb = start(Optional.empty());
                Socket socket = new Socket()) {
            InetSocketAddress other = new InetSocketAddress(
                    InetAddress.ofLiteral("127.0.0.2"), dynamoDb.uri().getPort());

            assertThatThrownBy(() -> socket.connect(other, 1000)).isInstanceOf(IOException.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private DynamoDb start(Optional<Path> data) {
        DynamoDb dynamoDb = DynamoDb.listen(Address.loopback(0), data);
        dynamoDb.start(template.tables());
        return dynamoDb;
    }
}
