package bilby.local;

import bilby.local.clock.ClockRoute;
import bilby.local.clock.LocalClock;
import bilby.local.dynamodb.DynamoDb;
import bilby.local.gateway.Gateway;
import bilby.local.http.Address;
import bilby.local.http.HttpServer;
import bilby.local.http.StartException;
import bilby.local.template.Template;
import bilby.local.template.TemplateReader;
import java.net.URI;
import java.nio.file.Files;
import java.time.InstantSource;

/** All that template.yaml says, served in this process until it is closed. */
public final class LocalServer implements AutoCloseable {

    private final LocalClock clock;
    private final DynamoDb dynamoDb;
    private final HttpServer http;

    private LocalServer(LocalClock clock, DynamoDb dynamoDb, HttpServer http) {
        this.clock = clock;
        this.dynamoDb = dynamoDb;
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
        Template template = TemplateReader.read(options.template());
        LocalClock clock = new LocalClock(InstantSource.system());
        DynamoDb dynamoDb = DynamoDb.start(options.dynamoDb(), options.data(), template.tables());
        try {
            LocalToken.add(dynamoDb, template, clock);
            Gateway gateway = new Gateway(
                    new Functions(dynamoDb, clock).of(template),
                    template.cors(),
                    new ClockRoute(clock)::answer,
                    clock,
                    Gateway.PATIENCE);
            HttpServer http = HttpServer.start(Address.loopback(options.port()), gateway, "-Dport=<port>");
            return new LocalServer(clock, dynamoDb, http);
        } catch (RuntimeException e) {
            dynamoDb.close();
            throw e;
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

    /** The time that functions see. */
    public LocalClock clock() {
        return clock;
    }

    @Override
    public void close() {
        http.close();
        dynamoDb.close();
    }
}
