package bilby.local.template;

import java.util.List;

/** The template's conditions, decided by its parameters. */
final class Conditions {

    private final Part definitions;
    private final Names parameters;

    Conditions(Part definitions, Names parameters) {
        this.definitions = definitions;
        this.parameters = parameters;
    }

    /** Whether the condition of this name holds. */
    boolean holds(String where, String name) {
        return decide(definitions
                .find(name)
                .orElseThrow(() -> new TemplateException(where, "the template has no condition " + name)));
    }

    private boolean decide(Part condition) {
        Part call = condition.entries().getFirst();
        List<Part> arguments = call.items();
        return switch (call.name()) {
            case "Condition" -> holds(call.where(), call.text());
            case "Fn::Not" -> !decide(arguments.getFirst());
            case "Fn::And" -> arguments.stream().allMatch(this::decide);
            case "Fn::Or" -> arguments.stream().anyMatch(this::decide);
            case "Fn::Equals" -> text(arguments.get(0)).equals(text(arguments.get(1)));
            default -> throw condition.error("a condition is expected here");
        };
    }

    private String text(Part operand) {
        return new Resolver(parameters, this).resolve(operand).text();
    }
}
