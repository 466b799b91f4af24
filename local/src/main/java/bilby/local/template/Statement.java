package bilby.local.template;

import java.util.List;

/**
 * A statement of a role's policies.
 *
 * @param effect whether it allows or denies
 * @param actions such as {@code dynamodb:GetItem}; {@code *} and {@code ?} stand for anything
 * @param resources ARNs, with the same wildcards
 */
public record Statement(Effect effect, List<String> actions, List<String> resources) {

    public Statement {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
    }

    /** What a statement does to what it covers. */
    public enum Effect {
        ALLOW,
        DENY
    }
}
