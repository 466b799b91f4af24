package bilby.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What template.yaml says, with its parameters at their defaults, its conditions decided and its references resolved.
 *
 * @param parameters each parameter's value, by its name
 * @param functions every function, in the template's order
 * @param tables every DynamoDB table, in the template's order
 * @param queues every queue, in the template's order
 * @param cors what the HTTP API lets other origins do, if it says so
 * @param consoleHeaders what the console's files are sent with, by the headers' names in lower case
 */
public record Template(
        Map<String, String> parameters,
        List<TemplateFunction> functions,
        List<Table> tables,
        List<Queue> queues,
        Optional<Cors> cors,
        Map<String, String> consoleHeaders) {

    public Template {
        parameters = Map.copyOf(parameters);
        functions = List.copyOf(functions);
        tables = List.copyOf(tables);
        queues = List.copyOf(queues);
        consoleHeaders = Map.copyOf(consoleHeaders);
    }

    /** The function of this logical id. */
    public TemplateFunction function(String id) {
        return functions.stream()
                .filter(function -> function.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new TemplateException("Resources." + id, "there is no such function"));
    }

    /** The table of this logical id. */
    public Table table(String id) {
        return tables.stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new TemplateException("Resources." + id, "there is no such table"));
    }

    /** The queue of this logical id. */
    public Queue queue(String id) {
        return queues.stream()
                .filter(queue -> queue.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new TemplateException("Resources." + id, "there is no such queue"));
    }
}
