package bilby.openapi;

import bilby.local.openapi.OpenApiRoute;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** openapi.yaml, with its schemas. */
final class Document {

    private static final String ADDRESS = "https://bilby.example/openapi.json";

    private final JsonNode root;
    private final SchemaRegistry schemas;
    private final Map<String, Schema> known = new ConcurrentHashMap<>();
    private final List<Operation> operations = new ArrayList<>();

    private Document(String json) throws JsonProcessingException {
        root = JsonMapper.builder().build().readTree(json);
        schemas = SchemaRegistry.withDialect(
                Dialects.getOpenApi31(), registry -> registry.schemas(Map.of(ADDRESS, json)));
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method ->
                                operations.add(Operation.of(method.getKey(), path.getKey(), method.getValue()))));
    }

    static Document read(Path file) {
        try {
            return new Document(OpenApiRoute.json(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode root() {
        return root;
    }

    List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** The node itself, or what it refers to. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(pointer(node)) : node;
    }

    /** Where in the document the node stands that a reference names. */
    static JsonPointer pointer(JsonNode reference) {
        return JsonPointer.compile(reference.path("$ref").asText().substring(1));
    }

    /** What is wrong with a value, by the schema at a place of the document. */
    List<Error> faults(JsonPointer place, JsonNode value) {
        return known.computeIfAbsent(
                        place.toString(), at -> schemas.getSchema(SchemaLocation.of(ADDRESS + "#" + encoded(at))))
                .validate(value);
    }

    private static String encoded(String pointer) {
        return pointer.replace("{", "%7B").replace("}", "%7D");
    }
}
