package bilby.local.dynamodb;

import bilby.local.http.Address;
import bilby.local.http.HttpServer;
import bilby.local.http.StartException;
import bilby.local.role.Role;
import bilby.local.role.RoleCheck;
import bilby.local.template.Arns;
import bilby.local.template.Table;
import bilby.local.template.TemplateFunction;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local in this process. Its own launcher listens on every address and reports its use to AWS; here it is
 * served on one address, and reports nothing, since telemetry begins with that launcher only.
 */
public final class DynamoDb implements AutoCloseable {

    private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite4java");

    private final HttpServer server;
    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private final LocalDynamoDBRequestHandler database;
    private final Optional<DataDirectory> directory;

    private DynamoDb(HttpServer server, LocalDynamoDBRequestHandler database, Optional<DataDirectory> directory) {
        this.server = server;
        this.database = database;
        this.directory = directory;
    }

    /**
     * Takes its address, so that clients can be made; their calls wait until it is started.
     *
     * @param address where it listens; port 0 is any free one
     * @param data the directory that keeps the tables, made if need be; without it they live in memory
     * @throws StartException if the address or the directory cannot be had
     */
    public static DynamoDb listen(Address address, Optional<Path> data) {
        SQLITE.setLevel(Level.WARNING);
        Optional<DataDirectory> directory = data.map(DataDirectory::take);
        HttpServer server = HttpServer.listen(address, "-Ddynamodb=<address>:<port>");
        LocalDynamoDBRequestHandler database = new LocalDynamoDBRequestHandler(
                0,
                data.isEmpty(),
                directory.map(DataDirectory::path).map(Path::toString).orElse(null),
                true,
                false);
        return new DynamoDb(server, database, directory);
    }

    /** Starts it, and makes these tables where they are not there yet. */
    public void start(List<Table> tables) {
        server.serve(new LocalDynamoDBServerHandler(database, null));
        try (DynamoDbClient client = client()) {
            Tables.create(client, tables);
        }
    }

    /** Where it answers. */
    public URI uri() {
        return server.uri();
    }

    /** A client that may do everything. */
    public DynamoDbClient client() {
        return client(List.of());
    }

    /** The client of a function, which may do what its role allows. */
    public DynamoDbClient client(TemplateFunction function) {
        return client(List.of(new RoleCheck(new Role(function), TableAccess::neededBy, DynamoDbException::builder)));
    }

    /** A client of the tables' streams. */
    public DynamoDbStreamsClient streams() {
        return DynamoDbStreamsClient.builder()
                .endpointOverride(server.uri())
                .region(Region.of(Arns.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(http)
                .build();
    }

    /** It does not retry, as on Lambda: the store does that by itself. */
    private DynamoDbClient client(List<ExecutionInterceptor> interceptors) {
        return DynamoDbClient.builder()
                .endpointOverride(server.uri())
                .region(Region.of(Arns.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(http)
                .overrideConfiguration(override ->
                        override.retryStrategy(AwsRetryStrategy.doNotRetry()).executionInterceptors(interceptors))
                .build();
    }

    @Override
    public void close() {
        server.close();
        database.shutdown();
        directory.ifPresent(DataDirectory::close);
        http.close();
    }
}
