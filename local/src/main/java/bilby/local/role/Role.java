package bilby.local.role;

import bilby.local.template.Statement;
import bilby.local.template.TemplateFunction;
import java.util.List;
import java.util.regex.Pattern;

/** What a function may do, by the statements that the template gives it, as IAM judges them. */
public final class Role {

    private final String function;
    private final List<Statement> statements;

    public Role(TemplateFunction function) {
        this.function = function.id();
        this.statements = function.statements();
    }

    /** The function's logical id. */
    String function() {
        return function;
    }

    /** Whether some statement allows this, and none denies it. */
    public boolean allows(Access access) {
        return covers(Statement.Effect.ALLOW, access) && !covers(Statement.Effect.DENY, access);
    }

    private boolean covers(Statement.Effect effect, Access access) {
        return statements.stream()
                .filter(statement -> statement.effect() == effect)
                .anyMatch(statement -> covers(statement, access));
    }

    private static boolean covers(Statement statement, Access access) {
        return statement.actions().stream()
                        .anyMatch(action ->
                                action(action).matcher(access.action()).matches())
                && statement.resources().stream()
                        .anyMatch(arn ->
                                wildcards(arn, 0).matcher(access.resource()).matches());
    }

    private static Pattern action(String pattern) {
        return wildcards(pattern, Pattern.CASE_INSENSITIVE);
    }

    private static Pattern wildcards(String pattern, int flags) {
        String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.compile(regex, flags);
    }
}
