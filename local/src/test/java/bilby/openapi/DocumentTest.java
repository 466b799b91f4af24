package bilby.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.template.Route;
import bilby.local.template.Template;
import bilby.local.template.TemplateFunction;
import bilby.local.template.TemplateReader;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** openapi.yaml has what template.yaml has, and its answers are closed. */
class DocumentTest {

    /** What an answer may be without, by its schema. */
    private static final Map<String, Set<String>> OPTIONAL = Map.of(
            "ShownItem", Set.of("type_attributes"),
            "FoundIdentity", Set.of("profile"),
            "Availability", Set.of("email", "mobile_phone"));

    private final Document document = Document.read(Path.of("../openapi.yaml"));
    private final Template template = TemplateReader.read(Path.of("../template.yaml"));

    @Test
    void itsOperationsAreTheTemplatesRoutesWithTheirScopes() {
        Map<String, Optional<List<String>>> documented = new TreeMap<>();
        document.operations().forEach(operation -> documented.put(operation.route(), operation.scopes()));

        Map<String, Optional<List<String>>> served = new TreeMap<>();
        for (TemplateFunction function : template.functions()) {
            for (Route route : function.routes()) {
                if (route instanceof Route.Path) {
                    served.put(route.key(), scopes(function));
                }
            }
        }

        assertThat(documented).isEqualTo(served);
    }

    private static Optional<List<String>> scopes(TemplateFunction function) {
        return Optional.ofNullable(function.variables().get("SCOPE"))
                .map(scope -> scope.equals("any") ? List.of() : List.of(scope));
    }

    @Test
    void anOperationIsNamedForItsFunction() {
        Map<String, String> functions = new TreeMap<>();
        template.functions()
                .forEach(function -> function.routes().forEach(route -> functions.put(route.key(), function.id())));

        assertThat(document.operations())
                .allSatisfy(operation -> assertThat(
                                operation.node().path("operationId").asText())
                        .matches(functions.get(operation.route()) + "(OfProfile|Alias|ById)?"));
    }

    @Test
    void whatAnAnswerHoldsIsAllInTheDocument() {
        List<String> open = new ArrayList<>();
        Set<JsonNode> seen = new HashSet<>();
        document.operations()
                .forEach(operation -> operation
                        .node()
                        .path("responses")
                        .forEach(answer -> findOpen(
                                document.resolved(answer).at("/content/application~1json/schema"), open, seen)));

        assertThat(open).isEmpty();
        assertThat(seen).hasSizeGreaterThan(40);
    }

    /** Objects whose fields are known, and that would let another field pass, or one be missing that is not said to be. */
    private void findOpen(JsonNode node, List<String> open, Set<JsonNode> seen) {
        JsonNode schema = document.resolved(node);
        String name = node.path("$ref").asText().replaceFirst(".*/", "");
        if (schema.has("properties") && seen.add(schema)) {
            Set<String> known = new HashSet<>(OPTIONAL.getOrDefault(name, Set.of()));
            schema.path("required").forEach(field -> known.add(field.asText()));
            boolean isWhole = schema.path("properties").properties().stream()
                    .allMatch(property -> known.contains(property.getKey()));
            if (!isWhole || !schema.path("additionalProperties").isBoolean()) {
                open.add(name + " " + schema);
            }
        }
        for (JsonNode part : schema) {
            if (part.isContainerNode()) {
                findOpen(part, open, seen);
            }
        }
    }
}
