package bilby.local.openapi;

import bilby.local.gateway.Answer;
import bilby.local.gateway.Call;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * {@code GET /api/openapi.yaml} and {@code /api/openapi.json}: the document that stands beside the template, as it is now. Of
 * a template that has none beside it there is none.
 */
public final class OpenApiRoute {

    private static final String YAML_PATH = "/api/openapi.yaml";
    private static final String JSON_PATH = "/api/openapi.json";

    private final Path document;

    /** The route for the document that stands beside this template. */
    public OpenApiRoute(Path template) {
        this.document = template.resolveSibling("openapi.yaml");
    }

    /** The answer, if this call is for the document. */
    public Optional<Answer> answer(Call call) {
        if (!call.method().equals("GET") || !Files.isRegularFile(document)) {
            return Optional.empty();
        }
        return switch (call.path()) {
            case YAML_PATH -> Optional.of(answer("application/yaml", read(document)));
            case JSON_PATH -> Optional.of(answer("application/json", json(read(document))));
            default -> Optional.empty();
        };
    }

    private static Answer answer(String type, String text) {
        return new Answer(
                200,
                Map.of("content-type", type, "cache-control", "no-store"),
                List.of(),
                text.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(Path document) {
        try {
            return Files.readString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A YAML document as JSON. */
    public static String json(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object document = new Yaml(new SafeConstructor(options)).load(yaml);
        try {
            return new ObjectMapper().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
