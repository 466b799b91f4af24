package bilby.store;

import java.net.URI;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local in this JVM, started once, in memory. Its own launcher would listen on every address and report its
 * use; served by a Jetty of our own it does neither.
 */
final class LocalDynamoDb {

    private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite4java");
    private static final DynamoDbClient CLIENT = TestClients.of(start(), "local");

    private LocalDynamoDb() {}

    static DynamoDbClient client() {
        return CLIENT;
    }

    private static URI start() {
        SQLITE.setLevel(Level.WARNING);
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setDaemon(true);
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(
                new LocalDynamoDBServerHandler(new LocalDynamoDBRequestHandler(0, true, null, true, false), null));
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local does not start", e);
        }
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }
}
