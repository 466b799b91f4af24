package bilby.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * DynamoDB as far as a rehearsal needs it, within the process: reads by key find what was put last by a transaction, all other
 * requests find nothing. No condition is looked at. For one thread.
 */
final class MemoryHttp implements SdkHttpClient {

    private static final String FOUND_NOTHING = "{}";

    private final Map<String, List<JsonNode>> putInto = new HashMap<>();

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() {
                byte[] answer = answer(request).getBytes(StandardCharsets.UTF_8);
                return HttpExecuteResponse.builder()
                        .response(SdkHttpResponse.builder().statusCode(200).build())
                        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer)))
                        .build();
            }

            @Override
            public void abort() {}
        };
    }

    private String answer(HttpExecuteRequest request) {
        String target =
                request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("");
        return switch (target.substring(target.lastIndexOf('.') + 1)) {
            case "TransactWriteItems" -> {
                body(request)
                        .field("TransactItems")
                        .orElseThrow()
                        .asArray()
                        .forEach(action -> action.field("Put").ifPresent(this::put));
                yield FOUND_NOTHING;
            }
            case "BatchGetItem" ->
                body(request).field("RequestItems").orElseThrow().asObject().entrySet().stream()
                        .map(table -> "\"" + table.getKey() + "\":" + found(table.getKey(), table.getValue()))
                        .collect(Collectors.joining(",", "{\"Responses\":{", "}}"));
            default -> FOUND_NOTHING;
        };
    }

    private void put(JsonNode put) {
        String table = put.field("TableName").orElseThrow().text();
        putInto.computeIfAbsent(table, name -> new ArrayList<>())
                .addFirst(put.field("Item").orElseThrow());
    }

    private List<JsonNode> found(String table, JsonNode read) {
        return read.field("Keys").orElseThrow().asArray().stream()
                .flatMap(key -> find(table, key).stream())
                .toList();
    }

    private Optional<JsonNode> find(String table, JsonNode key) {
        return putInto.getOrDefault(table, List.of()).stream()
                .filter(item ->
                        item.asObject().entrySet().containsAll(key.asObject().entrySet()))
                .findFirst();
    }

    private static JsonNode body(HttpExecuteRequest request) {
        try (InputStream body = request.contentStreamProvider().orElseThrow().newStream()) {
            return JsonNode.parser().parse(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {}
}
