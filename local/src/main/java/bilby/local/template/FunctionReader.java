package bilby.local.template;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a function's properties. */
final class FunctionReader {

    private static final String METHOD = "::handleRequest";

    private FunctionReader() {}

    /** @param id the function's logical id */
    static TemplateFunction read(String id, Part properties) {
        return new TemplateFunction(
                id,
                handlerClass(properties.get("Handler")),
                Duration.ofSeconds(properties.find("Timeout").map(Part::number).orElse(3)),
                properties.find("MemorySize").map(Part::number).orElse(128),
                variables(properties),
                routes(properties),
                schedules(id, properties),
                sources(properties),
                streams(properties),
                properties.find("Policies").map(StatementReader::read).orElse(List.of()));
    }

    private static String handlerClass(Part handler) {
        String text = handler.text();
        String name = text.endsWith(METHOD) ? text.substring(0, text.length() - METHOD.length()) : text;
        if (name.contains(":")) {
            throw handler.error("only handleRequest can be a handler's method");
        }
        return name;
    }

    private static Map<String, String> variables(Part properties) {
        Map<String, String> variables = new LinkedHashMap<>();
        properties.find("Environment").flatMap(environment -> environment.find("Variables")).stream()
                .flatMap(it -> it.entries().stream())
                .forEach(variable -> variables.put(variable.name(), variable.text()));
        return variables;
    }

    private static List<Route> routes(Part properties) {
        return events(properties, "HttpApi").map(FunctionReader::route).toList();
    }

    private static List<Schedule> schedules(String id, Part properties) {
        return events(properties, "ScheduleV2")
                .map(event -> ScheduleReader.read(id, event))
                .toList();
    }

    private static List<QueueSource> sources(Part properties) {
        return events(properties, "SQS").map(QueueSourceReader::read).toList();
    }

    private static List<StreamSource> streams(Part properties) {
        return events(properties, "DynamoDB").map(StreamSourceReader::read).toList();
    }

    private static Stream<Part> events(Part properties, String type) {
        return properties.find("Events").map(Part::entries).orElse(List.of()).stream()
                .filter(event -> event.text("Type").equals(type));
    }

    private static Route route(Part event) {
        Optional<Part> properties = event.find("Properties");
        Optional<String> path = properties.flatMap(it -> it.find("Path")).map(Part::text);
        Optional<String> method = properties.flatMap(it -> it.find("Method")).map(Part::text);
        if (path.isEmpty() && method.isEmpty()) {
            return new Route.Default();
        }
        return new Route.Path(
                method.orElseThrow(() -> event.error("a path needs a Method")).toUpperCase(Locale.ROOT),
                path.orElseThrow(() -> event.error("a method needs a Path")));
    }
}
