package bilby.functions.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The query's parameters by name. Brackets may be percent-encoded, and a {@code +} is a space;
 * what is not well encoded is taken as it stands.
 */
public final class Query {

    private final Map<String, List<String>> parameters;

    private Query(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    static Query parse(String raw) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!name.isEmpty()) {
                parameters
                        .computeIfAbsent(decode(name), key -> new ArrayList<>())
                        .add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return new Query(parameters);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** All parameters, in their order, each with its last value. */
    public Map<String, String> parameters() {
        Map<String, String> last = new LinkedHashMap<>();
        parameters.forEach((name, values) -> last.put(name, values.getLast()));
        return last;
    }

    /** The last value of a parameter. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name)).map(List::getLast);
    }

    /** All values of a parameter, in their order. */
    public List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    /**
     * Whether a parameter says yes or no; no if it is not there. One that says neither, or that is given twice or as a list,
     * is refused, for much hangs on it.
     */
    public Parsed<Boolean> flag(String name) {
        if (all(name).size() > 1 || parameters.keySet().stream().anyMatch(sent -> sent.startsWith(name + "["))) {
            return new Parsed.Invalid<>(
                    Answer.invalid(name, "The " + name + " may be given once only, and not as a list."));
        }
        return switch (get(name).orElse("0")) {
            case "1", "true" -> new Parsed.Valid<>(true);
            case "0", "false" -> new Parsed.Valid<>(false);
            default -> new Parsed.Invalid<>(Answer.invalid(name, "The " + name + " must be 1 or 0."));
        };
    }
}
