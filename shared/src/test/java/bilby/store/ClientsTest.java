package bilby.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bilby.claim.Claim;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The SDK's client against a server that counts what it is asked and always fails. */
class ClientsTest {

    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server = server();

    @BeforeEach
    void pointTheSdkAtTheServer() {
        settings().forEach(System::setProperty);
    }

    @AfterEach
    void stop() {
        settings().keySet().forEach(System::clearProperty);
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "500, InternalServerError",
        "503, ServiceUnavailable",
        "400, ThrottlingException",
        "400, ProvisionedThroughputExceededException",
        "400, TransactionInProgressException",
    })
    void noRequestIsRetriedByTheSdk(int status, String error) {
        failWith(status, "{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + error + "\"}");

        try (DynamoDbClient client = Clients.fromEnvironment()) {
            assertThatExceptionOfType(SdkException.class)
                    .isThrownBy(() -> client.transactWriteItems(request -> request.transactItems(
                            new Claims("claims").take(Claim.phone("1"), "1").action())));
        }

        assertThat(requests).hasValue(1);
    }

    private void failWith(int status, String body) {
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
            exchange.sendResponseHeaders(status, body.length());
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.start();
    }

    private Map<String, String> settings() {
        return Map.of(
                "aws.region", "local",
                "aws.accessKeyId", "local",
                "aws.secretAccessKey", "local",
                "aws.endpointUrl", "http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
