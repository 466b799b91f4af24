package bilby.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts values in the place of CloudFormation's functions: Ref, Sub, GetAtt, Join and If. */
final class Resolver {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]+)}");

    private final Names names;
    private final Conditions conditions;

    Resolver(Names names, Conditions conditions) {
        this.names = names;
        this.conditions = conditions;
    }

    Part resolve(Part part) {
        return new Part(part.where(), resolve(part.where(), part.value()));
    }

    private Object resolve(String where, Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                function(map).map(name -> call(where, name, map)).orElseGet(() -> map(where, map));
            case List<?> list -> list(where, list);
            case null -> throw new TemplateException(where, "a value is expected here");
            default -> value;
        };
    }

    /** The name of the function that this map calls: it is its one key. */
    static Optional<String> function(Map<?, ?> map) {
        return Optional.of(map)
                .filter(it -> it.size() == 1)
                .map(it -> it.keySet().iterator().next().toString())
                .filter(key -> key.equals("Ref") || key.startsWith("Fn::"));
    }

    private Object call(String where, String name, Map<?, ?> map) {
        Part argument = new Part(where + "." + name, map.values().iterator().next());
        return switch (name) {
            case "Ref" -> names.ref(where, argument.text());
            case "Fn::GetAtt" -> attribute(argument);
            case "Fn::Sub" -> substitute(argument);
            case "Fn::Join" -> join(argument);
            case "Fn::If" -> choose(argument);
            default -> throw new TemplateException(where, "Bilby's local server does not know " + name);
        };
    }

    private Map<String, Object> map(String where, Map<?, ?> map) {
        Map<String, Object> resolved = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            Object to = resolve(where + "." + key, value);
            if (!to.equals(Names.NO_VALUE)) {
                resolved.put(key.toString(), to);
            }
        });
        return resolved;
    }

    private List<Object> list(String where, List<?> list) {
        List<Object> resolved = new ArrayList<>();
        for (Object value : list) {
            Object to = resolve(where + "[" + resolved.size() + "]", value);
            if (!to.equals(Names.NO_VALUE)) {
                resolved.add(to);
            }
        }
        return resolved;
    }

    private String attribute(Part argument) {
        List<Part> words = arguments(argument, 2);
        return names.attribute(
                argument.where(), words.get(0).text(), words.get(1).text());
    }

    private String substitute(Part argument) {
        if (!(argument.value() instanceof List)) {
            return substitute(argument.where(), argument.text(), Map.of());
        }
        List<Part> arguments = arguments(argument, 2);
        Map<String, Object> own =
                arguments.get(1).value() instanceof Map<?, ?> map ? map(argument.where(), map) : Map.of();
        return substitute(argument.where(), arguments.get(0).text(), own);
    }

    private String substitute(String where, String text, Map<String, Object> own) {
        return VARIABLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1).isEmpty() ? variable(where, found.group(2), own) : "${" + found.group(2) + "}"));
    }

    private String variable(String where, String name, Map<String, Object> own) {
        int dot = name.indexOf('.');
        if (dot > 0) {
            return names.attribute(where, name.substring(0, dot), name.substring(dot + 1));
        }
        return Optional.ofNullable(own.get(name))
                .orElseGet(() -> names.ref(where, name))
                .toString();
    }

    private String join(Part argument) {
        List<Part> arguments = arguments(argument, 2);
        return String.join(arguments.get(0).text(), resolve(arguments.get(1)).texts());
    }

    private Object choose(Part argument) {
        List<Part> arguments = arguments(argument, 3);
        boolean holds = conditions.holds(argument.where(), arguments.get(0).text());
        return resolve(arguments.get(holds ? 1 : 2)).value();
    }

    private static List<Part> arguments(Part argument, int count) {
        List<Part> arguments = argument.items();
        if (arguments.size() != count) {
            throw argument.error(count + " arguments are expected here");
        }
        return arguments;
    }
}
