package bilby.local.template;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** CloudFormation's YAML: its short tags ({@code !Ref X}) are read as what they abbreviate ({@code Ref: X}). */
final class Yaml extends SafeConstructor {

    private Yaml(LoaderOptions options) {
        super(options);
        yamlMultiConstructors.put("!", new ShortTag());
    }

    /** The document as maps, lists and scalars. */
    static Object read(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object document = new org.yaml.snakeyaml.Yaml(new Yaml(options)).load(text);
        return document == null ? Map.of() : document;
    }

    private final class ShortTag extends AbstractConstruct {
        @Override
        public Object construct(Node node) {
            String name = node.getTag().getValue().substring(1);
            Object value = switch (node) {
                case ScalarNode scalar -> constructScalar(scalar);
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                default -> throw new TemplateException("!" + name, "an alias cannot follow a tag");
            };
            return switch (name) {
                case "Ref", "Condition" -> Map.of(name, value);
                case "GetAtt" -> Map.of("Fn::GetAtt", value instanceof String dotted ? split(dotted) : value);
                default -> Map.of("Fn::" + name, value);
            };
        }

        private static List<String> split(String dotted) {
            return List.of(dotted.split("\\.", 2));
        }
    }
}
