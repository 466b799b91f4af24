package bilby.openapi;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What openapi.yaml says of requests and answers. Every answer must be as it says, and every request that is accepted: what a
 * client may send is in the document.
 */
public final class Conformance {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final JsonPointer MESSAGE = JsonPointer.compile("/components/schemas/Message");

    /** What a request that fits no operation is answered: the fallback's, and the gateway's where it is badly encoded. */
    private static final Set<Integer> OF_NO_OPERATION = Set.of(308, 400, 404, 405);

    private static final Conformance BILBYS = new Conformance(Document.read(Path.of("../openapi.yaml")));

    private final Document document;

    Conformance(Document document) {
        this.document = document;
    }

    /**
     * Holds an exchange to Bilby's own document.
     *
     * @throws AssertionError if it is not as that says
     */
    public static void check(Exchange exchange) {
        List<String> faults = BILBYS.faults(exchange);
        if (!faults.isEmpty()) {
            throw new AssertionError("%s %s is not as openapi.yaml says:%n%s%nasked: %s%nanswered %d: %s"
                    .formatted(
                            exchange.method(),
                            exchange.target(),
                            String.join("\n", faults),
                            exchange.requestBody().orElse("nothing"),
                            exchange.status(),
                            exchange.answerBody()));
        }
    }

    List<String> faults(Exchange exchange) {
        return document.operations().stream()
                .filter(operation -> operation.fits(exchange))
                .min(Comparator.comparingLong(Operation::variables))
                .map(operation -> faults(operation, exchange))
                .orElseGet(() -> faultsOfNoOperation(exchange));
    }

    private List<String> faultsOfNoOperation(Exchange exchange) {
        List<String> faults = new ArrayList<>();
        if (!OF_NO_OPERATION.contains(exchange.status())) {
            faults.add("no operation is asked for, so the status should be one of " + OF_NO_OPERATION);
        }
        if (!exchange.method().equals("HEAD")) {
            faults.addAll(bodyFaults("the answer", MESSAGE, exchange.answerBody()));
        }
        return faults;
    }

    private List<String> faults(Operation operation, Exchange exchange) {
        List<String> faults = new ArrayList<>(answerFaults(operation, exchange));
        if (exchange.isAccepted()) {
            faults.addAll(parameterFaults(operation, exchange));
            faults.addAll(requestBodyFaults(operation, exchange));
        }
        return faults;
    }

    private List<String> answerFaults(Operation operation, Exchange exchange) {
        Place answer =
                new Place(operation.place(), operation.node()).at("responses").at(Integer.toString(exchange.status()));
        if (answer.node().isMissingNode()) {
            return List.of("the status " + exchange.status() + " is none of the operation's");
        }
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, JsonNode> header : answer.at("headers").node().properties()) {
            Place schema = answer.at("headers").at(header.getKey()).at("schema");
            exchange.answerHeaders()
                    .firstValue(header.getKey())
                    .ifPresent(value -> faults.addAll(textFaults(header.getKey(), schema, value)));
        }
        Place schema = answer.at("content").at("application/json").at("schema");
        if (schema.node().isMissingNode()) {
            if (!exchange.answerBody().isEmpty()) {
                faults.add("the answer should have no body");
            }
            return faults;
        }
        if (!exchange.answerHeaders().firstValue("content-type").equals(Optional.of("application/json"))) {
            faults.add("the answer's content type should be application/json");
        }
        faults.addAll(bodyFaults("the answer", schema.pointer(), exchange.answerBody()));
        return faults;
    }

    private List<String> requestBodyFaults(Operation operation, Exchange exchange) {
        Place body = new Place(operation.place(), operation.node()).at("requestBody");
        String text = exchange.requestBody().orElse("");
        if (body.node().isMissingNode()) {
            return List.of();
        }
        if (text.isBlank()) {
            return body.node().path("required").asBoolean() ? List.of("the request should have a body") : List.of();
        }
        return bodyFaults(
                "the request",
                body.at("content").at("application/json").at("schema").pointer(),
                text);
    }

    private List<String> bodyFaults(String whose, JsonPointer schema, String text) {
        try {
            return document.faults(schema, JSON.readTree(text)).stream()
                    .map(fault -> whose + ": " + fault)
                    .toList();
        } catch (JsonProcessingException e) {
            return List.of(whose + " is no JSON");
        }
    }

    private List<String> parameterFaults(Operation operation, Exchange exchange) {
        Map<String, String> query = query(exchange);
        Map<String, String> path = operation.values(exchange.path());
        List<String> faults = new ArrayList<>();
        Place parameters = new Place(operation.place(), operation.node()).at("parameters");
        for (int i = 0; i < parameters.node().size(); i++) {
            Place parameter = parameters.at(Integer.toString(i));
            Place schema = parameter.at("schema");
            String name = parameter.node().path("name").asText();
            if (name.equals("filter")) {
                faults.addAll(filterFaults(schema, query));
                continue;
            }
            Optional<String> sent = switch (parameter.node().path("in").asText()) {
                case "path" -> Optional.of(decoded(path.getOrDefault(name, "")));
                case "query" -> Optional.ofNullable(query.get(name));
                default -> exchange.requestHeaders().firstValue(name);
            };
            sent.ifPresent(value -> faults.addAll(textFaults(name, schema, value)));
        }
        return faults;
    }

    /** All filters are one parameter, an object whose fields are parameters of their own. */
    private List<String> filterFaults(Place schema, Map<String, String> query) {
        ObjectNode filters = JsonNodeFactory.instance.objectNode();
        query.forEach((name, value) -> {
            if (name.startsWith("filter")) {
                filters.put(name, value);
            }
        });
        return document.faults(schema.pointer(), filters).stream()
                .map(fault -> "the filters: " + fault)
                .toList();
    }

    /** A parameter or header is a text; where it is to be a number, that which the text stands for. */
    private List<String> textFaults(String name, Place schema, String text) {
        JsonNode value =
                document.resolved(schema.node()).path("type").asText().equals("integer") && text.matches("-?\\d{1,20}")
                        ? DecimalNode.valueOf(new BigDecimal(text))
                        : TextNode.valueOf(text);
        return document.faults(schema.pointer(), value).stream()
                .map(fault -> name + ": " + fault)
                .toList();
    }

    private static Map<String, String> query(Exchange exchange) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : exchange.query().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** A node of the document and where it stands; what it refers to stands for it. */
    private final class Place {

        private final JsonPointer pointer;
        private final JsonNode node;

        Place(JsonPointer pointer, JsonNode node) {
            this.pointer = pointer;
            this.node = node;
        }

        JsonPointer pointer() {
            return pointer;
        }

        JsonNode node() {
            return node;
        }

        Place at(String name) {
            JsonNode child = node.isArray() ? node.path(Integer.parseInt(name)) : node.path(name);
            return child.has("$ref")
                    ? new Place(Document.pointer(child), document.resolved(child))
                    : new Place(pointer.appendProperty(name), child);
        }
    }
}
