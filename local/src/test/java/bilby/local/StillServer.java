package bilby.local;

import bilby.cost.Meter;
import bilby.local.dynamodb.DynamoDb;
import bilby.local.gateway.Gateway;
import bilby.local.http.Address;
import bilby.local.http.HttpServer;
import bilby.local.lambda.LambdaFunction;
import bilby.local.run.RunReport;
import bilby.local.run.RunRoute;
import bilby.local.sqs.Pollers;
import bilby.local.sqs.Sqs;
import bilby.local.template.Template;
import bilby.local.template.TemplateFunction;
import bilby.local.template.TemplateReader;
import bilby.store.Store;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The local server for tests to the second and to the commit: its clock stands still until it is set, but for a
 * millisecond each time it is asked, and of its commits the next ones can get lost.
 */
public final class StillServer implements AutoCloseable {

    /** What becomes of the next commit. */
    public enum Fault {
        NONE,
        /** It takes effect, or is refused, and nobody hears of it. */
        ANSWER_LOST,
        /** It never arrives. */
        REQUEST_LOST
    }

    private final Sqs sqs = Sqs.listen(Address.loopback(0));
    private final Template template = TemplateReader.read(Path.of("../template.yaml"), sqs.uri());
    private final DynamoDb dynamoDb = DynamoDb.listen(Address.loopback(0), Optional.empty());
    private final Meter meter = new Meter(template, dynamoDb::client);
    private final HttpServer http = HttpServer.listen(Address.loopback(0), "port");
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2025-03-10T01:00:00Z"));
    private final InstantSource clock = () -> now.getAndUpdate(time -> time.plusMillis(1));
    private final AtomicReference<Fault> next = new AtomicReference<>(Fault.NONE);
    private final AtomicInteger commits = new AtomicInteger();

    private Optional<Pollers> pollers = Optional.empty();

    private StillServer() {}

    public static StillServer start() {
        StillServer server = new StillServer();
        server.serve();
        return server;
    }

    private void serve() {
        dynamoDb.start(template.tables());
        sqs.start(template.queues());
        LocalToken.add(dynamoDb.client(), template, clock);
        Map<String, LambdaFunction> functions = new Functions(
                        function -> faulty(meter.metering(dynamoDb.client(function), function.id())),
                        sqs::queues,
                        clock)
                .of(template);
        Pollers started = Pollers.start(template, functions.values(), sqs);
        pollers = Optional.of(started);
        http.serve(new Gateway(
                Functions.byRoute(functions.values()),
                Optional.empty(),
                new RunRoute(functions, clock, started::awaitEmpty, RunReport.ANSWER)::answer,
                clock,
                Gateway.PATIENCE));
    }

    private DynamoDbClient faulty(DynamoDbClient real) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) -> {
                    Fault fault =
                            method.getName().equals("transactWriteItems") ? next.getAndSet(Fault.NONE) : Fault.NONE;
                    if (fault == Fault.REQUEST_LOST) {
                        throw timeOut();
                    }
                    try {
                        Object answer = method.invoke(real, arguments);
                        if (method.getName().equals("transactWriteItems")) {
                            commits.incrementAndGet();
                        }
                        if (fault == Fault.ANSWER_LOST) {
                            throw timeOut();
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw fault == Fault.ANSWER_LOST ? timeOut() : e.getTargetException();
                    }
                });
    }

    private static SdkClientException timeOut() {
        return SdkClientException.create("the answer did not come in time");
    }

    /** The HTTP API's root. */
    public URI uri() {
        return http.uri();
    }

    public void setClock(String instant) {
        now.set(Instant.parse(instant));
    }

    public void failNextCommit(Fault fault) {
        next.set(fault);
    }

    /** Whether a fault is still to come. */
    public boolean isFaultAhead() {
        return next.get() != Fault.NONE;
    }

    /** How many commits have taken effect so far. */
    public int commits() {
        return commits.get();
    }

    /** What functions cost. */
    public Meter meter() {
        return meter;
    }

    /** The tables, for a client that may do everything and never fails. */
    public Store store() {
        TemplateFunction any = template.functions().getFirst();
        return new Store(dynamoDb.client(), any.variables(), new SecureRandom());
    }

    @Override
    public void close() {
        pollers.ifPresent(Pollers::close);
        http.close();
        sqs.close();
        dynamoDb.close();
    }
}
