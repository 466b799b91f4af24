package bilby.local.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a SAM template. What is of no use on one machine (alarms, outputs, what guards a production) it passes over. */
public final class TemplateReader {

    private final Part document;
    private final Names names;
    private final Resolver resolver;

    private TemplateReader(Part document, URI sqs) {
        this.document = document;
        Map<String, Object> parameters = parameters();
        Conditions conditions = new Conditions(section("Conditions"), new Names(parameters, Map.of(), sqs));
        this.names = new Names(parameters, resources(conditions), sqs);
        this.resolver = new Resolver(names, conditions);
    }

    /** Reads the template in this file, with its queues where they are on AWS. */
    public static Template read(Path file) {
        return read(file, Arns.SQS);
    }

    /**
     * Reads the template in this file.
     *
     * @param sqs where SQS answers
     * @throws TemplateException where it names what it does not define, or says what cannot be served
     */
    public static Template read(Path file, URI sqs) {
        try {
            return read(Files.readString(file), sqs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a template from its text, with its queues where they are on AWS. */
    public static Template read(String text) {
        return read(text, Arns.SQS);
    }

    private static Template read(String text, URI sqs) {
        return new TemplateReader(new Part("template", Yaml.read(text)), sqs).template();
    }

    private Template template() {
        Map<String, String> parameters = new LinkedHashMap<>();
        section("Parameters").entries().forEach(part -> parameters.put(part.name(), part.text("Default")));
        return new Template(
                parameters,
                ofType("AWS::Serverless::Function")
                        .map(id -> FunctionReader.read(id, properties(id, "Function")))
                        .toList(),
                ofType("AWS::DynamoDB::Table")
                        .map(id -> TableReader.read(id, properties(id, "Table")))
                        .toList(),
                ofType("AWS::SQS::Queue")
                        .map(id -> QueueReader.read(id, properties(id, "Queue")))
                        .toList(),
                ofType("AWS::Serverless::HttpApi")
                        .flatMap(id -> properties(id, "HttpApi").find("CorsConfiguration").stream())
                        .map(CorsReader::read)
                        .findFirst(),
                ofType("AWS::CloudFront::ResponseHeadersPolicy")
                        .map(id -> ConsoleHeadersReader.read(properties(id, "ResponseHeadersPolicy")))
                        .findFirst()
                        .orElse(Map.of()));
    }

    private Map<String, Object> parameters() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Part parameter : section("Parameters").entries()) {
            String value = parameter.text("Default");
            boolean isList = parameter.text("Type").equals("CommaDelimitedList");
            values.put(parameter.name(), isList ? List.of(value.split(",", -1)) : value);
        }
        return values;
    }

    /** The type of each resource whose condition holds. */
    private Map<String, String> resources(Conditions conditions) {
        Map<String, String> types = new LinkedHashMap<>();
        for (Part resource : section("Resources").entries()) {
            Optional<Part> condition = resource.find("Condition");
            if (condition.isEmpty()
                    || conditions.holds(resource.where(), condition.get().text())) {
                types.put(resource.name(), resource.text("Type"));
            }
        }
        return types;
    }

    /** The logical ids of the resources of this type. */
    private Stream<String> ofType(String type) {
        return names.resources().keySet().stream()
                .filter(id -> type.equals(names.resources().get(id)));
    }

    /** A resource's properties, with what Globals says for its kind. */
    private Part properties(String id, String kind) {
        Part resource = section("Resources").get(id);
        Part own = resource.find("Properties").orElse(new Part(resource.where(), Map.of()));
        Optional<Part> globals = section("Globals").find(kind);
        return resolver.resolve(globals.map(own::over).orElse(own));
    }

    private Part section(String name) {
        return document.find(name).orElse(new Part(name, Map.of()));
    }
}
