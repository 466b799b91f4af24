import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;

/** Part of the build: writes the routes of template.yaml, one a line, for the fallback function. */
final class Routes {

    private Routes() {}

    /** Takes template.yaml and the file to write. */
    public static void main(String[] args) throws Exception {
        Map<?, ?> template = new Yaml(new Plain()).load(Files.readString(Path.of(args[0])));
        TreeSet<String> routes = new TreeSet<>();
        for (Object resource : map(template.get("Resources")).values()) {
            for (Object event : map(map(map(resource).get("Properties")).get("Events")).values()) {
                Map<?, ?> route = map(map(event).get("Properties"));
                if ("HttpApi".equals(map(event).get("Type")) && route.containsKey("Path")) {
                    routes.add(route.get("Method") + " " + route.get("Path"));
                }
            }
        }
        Path target = Path.of(args[1]);
        Files.createDirectories(target.getParent());
        Files.writeString(target, String.join("\n", routes) + "\n");
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    /** CloudFormation's own tags, such as !Ref, play no part in routes: what they stand on reads as nothing. */
    private static final class Plain extends SafeConstructor {
        Plain() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return "";
                }
            });
        }
    }
}
