package bilby.local;

import bilby.local.clock.ClockRoute;
import bilby.local.clock.LocalClock;
import bilby.local.gateway.Gateway;
import bilby.local.http.Address;
import bilby.local.http.HttpServer;
import bilby.local.template.Stack;
import bilby.local.template.Template;
import bilby.queue.SqsQueue;
import bilby.store.Dynamo;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The template's routes and functions in this process, on tables of its own that LocalStack made from the template. */
public final class LocalStackServer implements Served {

    private final Template template = Stack.another(Path.of("../template.yaml")).template();
    private final DynamoDbClient dynamoDb = Dynamo.LOCALSTACK.client();
    private final SqsClient sqs = Stack.sqs();
    private final HttpServer http = HttpServer.listen(Address.loopback(0), "port");

    private LocalStackServer() {}

    public static LocalStackServer start() {
        LocalStackServer server = new LocalStackServer();
        server.serve();
        return server;
    }

    private void serve() {
        LocalClock clock = new LocalClock(InstantSource.system());
        LocalToken.add(dynamoDb, template, clock);
        http.serve(new Gateway(
                Functions.byRoute(new Functions(function -> dynamoDb, function -> url -> new SqsQueue(sqs, url), clock)
                        .of(template)
                        .values()),
                Optional.empty(),
                new ClockRoute(clock)::answer,
                clock,
                Gateway.PATIENCE));
    }

    @Override
    public URI uri() {
        return http.uri();
    }

    @Override
    public void close() {
        http.close();
        sqs.close();
    }
}
