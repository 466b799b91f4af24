package bilby.local.template;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the statements of a function's policies. */
final class StatementReader {

    private StatementReader() {}

    static List<Statement> read(Part policies) {
        return policies.items().stream().flatMap(StatementReader::statements).toList();
    }

    /** A policy that is only named is AWS's own, and none of those gives rights to the tables. */
    private static Stream<Statement> statements(Part policy) {
        return policy.value() instanceof Map
                ? policy.get("Statement").items().stream().map(StatementReader::statement)
                : Stream.empty();
    }

    private static Statement statement(Part statement) {
        for (String unknown : List.of("Condition", "NotAction", "NotResource")) {
            if (statement.find(unknown).isPresent()) {
                throw statement.error("Bilby's local server does not know " + unknown);
            }
        }
        return new Statement(
                effect(statement.get("Effect")),
                statement.get("Action").texts(),
                statement.get("Resource").texts());
    }

    private static Statement.Effect effect(Part effect) {
        return switch (effect.text()) {
            case "Allow" -> Statement.Effect.ALLOW;
            case "Deny" -> Statement.Effect.DENY;
            default -> throw effect.error("Allow or Deny is expected here");
        };
    }
}
