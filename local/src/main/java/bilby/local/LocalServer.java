package bilby.local;

import bilby.local.clock.ClockRoute;
import bilby.local.clock.LocalClock;
import bilby.local.console.ConsoleRoute;
import bilby.local.demo.Demo;
import bilby.local.dynamodb.DynamoDb;
import bilby.local.gateway.Gateway;
import bilby.local.http.Address;
import bilby.local.http.HttpServer;
import bilby.local.http.StartException;
import bilby.local.lambda.LambdaFunction;
import bilby.local.openapi.DocsRoute;
import bilby.local.openapi.OpenApiRoute;
import bilby.local.run.Backlog;
import bilby.local.run.RunRoute;
import bilby.local.run.Schedules;
import bilby.local.sqs.Pollers;
import bilby.local.sqs.QueuesRoute;
import bilby.local.sqs.Sqs;
import bilby.local.streams.Streams;
import bilby.local.template.Template;
import bilby.local.template.TemplateReader;
import java.net.URI;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** All that template.yaml says, served in this process until it is closed. */
public final class LocalServer implements AutoCloseable {

    private final Template template;
    private final LocalClock clock;
    private final DynamoDb dynamoDb;
    private final Sqs sqs;
    private final HttpServer http;
    private Optional<Pollers> pollers = Optional.empty();
    private Optional<Streams> streams = Optional.empty();
    private Optional<Schedules> schedules = Optional.empty();

    private LocalServer(Template template, LocalClock clock, DynamoDb dynamoDb, Sqs sqs, HttpServer http) {
        this.template = template;
        this.clock = clock;
        this.dynamoDb = dynamoDb;
        this.sqs = sqs;
        this.http = http;
    }

    /**
     * Starts; when it returns, requests are answered.
     *
     * @throws StartException if something that the options name cannot be had
     * @throws bilby.local.template.TemplateException if the template says what cannot be served
     */
    public static LocalServer start(Options options) {
        if (!Files.isRegularFile(options.template())) {
            throw new StartException("Bilby finds no template " + options.template());
        }
        Sqs sqs = Sqs.listen(options.sqs());
        Template template = TemplateReader.read(options.template(), sqs.uri());
        HttpServer http = HttpServer.listen(Address.loopback(options.port()), "-Dport=<port>");
        DynamoDb dynamoDb = DynamoDb.listen(options.dynamoDb(), options.data());
        LocalServer server = new LocalServer(template, new LocalClock(InstantSource.system()), dynamoDb, sqs, http);
        try {
            server.serve(options);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    /** The tables, the queues and the functions take a second or two each, so they are made side by side. */
    private void serve(Options options) {
        CompletableFuture<Void> tables = CompletableFuture.runAsync(() -> {
            dynamoDb.start(template.tables());
            LocalToken.add(dynamoDb.client(), template, clock);
        });
        CompletableFuture<Void> queues = CompletableFuture.runAsync(() -> sqs.start(template.queues()));
        Map<String, LambdaFunction> functions = new Functions(dynamoDb::client, sqs::queues, clock).of(template);
        join(tables);
        join(queues);
        Pollers started = Pollers.start(template, functions.values(), sqs);
        pollers = Optional.of(started);
        Streams told = Streams.start(template, functions.values(), dynamoDb, sqs);
        streams = Optional.of(told);
        http.serve(new Gateway(
                Functions.byRoute(functions.values()),
                template.cors(),
                own(functions, limit -> started.awaitEmpty(limit) && told.awaitIdle(limit), options),
                clock,
                Gateway.PATIENCE));
        if (options.isDemo() && !Demo.fill(uri(), LocalToken.SECRET, clock)) {
            System.out.println("The tables hold something already: the demo is left out.");
        }
        if (options.isScheduled()) {
            schedules = Optional.of(Schedules.start(functions.values(), clock));
        }
    }

    private Gateway.Own own(Map<String, LambdaFunction> functions, Backlog backlog, Options options) {
        ClockRoute clockRoute = new ClockRoute(clock);
        QueuesRoute queuesRoute = new QueuesRoute(sqs, template.queues());
        RunRoute runRoute = new RunRoute(functions, clock, backlog, new BirthdayReport(dynamoDb, template.functions()));
        OpenApiRoute openApiRoute = new OpenApiRoute(options.template());
        Gateway.Own consoleRoute = hasConsole()
                ? new ConsoleRoute(options.console(), template.consoleHeaders())::answer
                : call -> Optional.empty();
        return Gateway.Own.firstOf(
                clockRoute::answer,
                queuesRoute::answer,
                runRoute::answer,
                openApiRoute::answer,
                DocsRoute::answer,
                consoleRoute);
    }

    /** Waits, and throws what went wrong as it was thrown there. */
    private static void join(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The HTTP API's root: {@code http://127.0.0.1:<port>}. */
    public URI uri() {
        return http.uri();
    }

    /** Where DynamoDB Local answers. */
    public URI dynamoDbUri() {
        return dynamoDb.uri();
    }

    /** Where SQS is answered for, if the template has queues. */
    public Optional<URI> sqsUri() {
        return template.queues().isEmpty() ? Optional.empty() : Optional.of(sqs.uri());
    }

    /** Where the console is, if the template says what its files are sent with. */
    public Optional<URI> consoleUri() {
        return hasConsole() ? Optional.of(uri().resolve("/console/")) : Optional.empty();
    }

    private boolean hasConsole() {
        return !template.consoleHeaders().isEmpty();
    }

    /** The time that functions see. */
    public LocalClock clock() {
        return clock;
    }

    @Override
    public void close() {
        schedules.ifPresent(Schedules::close);
        pollers.ifPresent(Pollers::close);
        streams.ifPresent(Streams::close);
        http.close();
        sqs.close();
        dynamoDb.close();
    }
}
