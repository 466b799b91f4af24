package bilby.bench;

import bilby.local.LocalServer;
import bilby.local.Options;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** All of template.yaml served on this machine, and a bare client of its tables. */
final class Served implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SLOWEST_ANSWER = 20 * 60_000;

    private final LocalServer server = LocalServer.start(Options.free(Path.of("template.yaml")));
    private final DynamoDbClient client = DynamoDbClient.builder()
            .endpointOverride(server.dynamoDbUri())
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();

    DynamoDbClient client() {
        return client;
    }

    URI dynamoDbUri() {
        return server.dynamoDbUri();
    }

    /** The answer to a request that must succeed; a body of nothing is none. */
    JsonNode call(String method, String path, String body) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(server.uri() + path).toURL().openConnection();
            connection.setReadTimeout(SLOWEST_ANSWER);
            connection.setRequestMethod(method);
            connection.setRequestProperty("Authorization", "Bearer local");
            if (!body.isEmpty()) {
                connection.setDoOutput(true);
                connection.setRequestProperty("Content-Type", "application/json");
                connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            }
            try (InputStream answer = connection.getInputStream()) {
                return JSON.readTree(answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The item of a table with this key, which must be there. */
    Map<String, AttributeValue> item(String table, Map<String, AttributeValue> key) {
        return client.getItem(get -> get.tableName(table).key(key)).item();
    }

    static Map<String, AttributeValue> changed(Map<String, AttributeValue> item, Map<String, AttributeValue> values) {
        Map<String, AttributeValue> changed = new HashMap<>(item);
        changed.putAll(values);
        return changed;
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
