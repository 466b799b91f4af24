package bilby.docs;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.template.Route;
import bilby.local.template.Statement;
import bilby.local.template.Template;
import bilby.local.template.TemplateFunction;
import bilby.local.template.TemplateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table in docs/functions.md is what template.yaml says: each function, its routes, its scope, its tables and its queues. */
class FunctionsTableTest {

    private static final Pattern TABLE = Pattern.compile("table/(\\w+)Table");
    private static final Pattern QUEUE = Pattern.compile(":sqs:.*:(\\w+)Queue");
    private static final Set<String> WRITING =
            Set.of("dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "sqs:SendMessage");

    private final Template template = TemplateReader.read(Path.of("../template.yaml"));

    @Test
    void theTableIsTheTemplates() throws IOException {
        assertThat(Files.readString(Path.of("../docs/functions.md"))).endsWith(table());
    }

    private String table() {
        return template.functions().stream()
                .map(this::row)
                .collect(Collectors.joining(
                        "\n",
                        "| function | routes | scope | reads | writes |\n| --- | --- | --- | --- | --- |\n",
                        "\n"));
    }

    private String row(TemplateFunction function) {
        return "| %s | %s | %s | %s | %s |"
                .formatted(
                        function.id(),
                        Stream.of(
                                        function.routes().stream().map(Route::key),
                                        function.schedules().stream().map(schedule -> "schedule " + schedule.event()),
                                        function.sources().stream().map(source -> "queue " + source.queue()),
                                        function.streams().stream().map(source -> "stream " + source.table()))
                                .flatMap(keys -> keys)
                                .map(key -> "`" + key + "`")
                                .collect(Collectors.joining("<br>")),
                        Optional.ofNullable(function.variables().get("SCOPE"))
                                .map(scope -> "`" + scope + "`")
                                .orElse(""),
                        tables(function, false),
                        tables(function, true))
                .replace("  |", " |");
    }

    private static String tables(TemplateFunction function, boolean writing) {
        Set<String> tables = new TreeSet<>();
        for (Statement statement : function.statements()) {
            if (statement.actions().stream().anyMatch(WRITING::contains) == writing) {
                for (String resource : statement.resources()) {
                    tables.add(name(resource).toLowerCase(Locale.ROOT));
                }
            }
        }
        return String.join(", ", tables);
    }

    private static String name(String resource) {
        Matcher queue = QUEUE.matcher(resource);
        if (queue.find()) {
            return queue.group(1) + " queue";
        }
        Matcher table = TABLE.matcher(resource);
        assertThat(table.find()).as(resource).isTrue();
        return table.group(1);
    }
}
