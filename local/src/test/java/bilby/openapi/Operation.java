package bilby.openapi;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An operation of the document.
 *
 * @param method in capitals
 * @param path with its {@code {variables}}
 * @param node what the document says of it
 */
record Operation(String method, String path, Pattern pattern, JsonNode node) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    static Operation of(String method, String path, JsonNode node) {
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                Pattern.compile(
                        VARIABLE.matcher(path).replaceAll(found -> "(?<" + groupName(found.group(1)) + ">[^/]+)")),
                node);
    }

    String route() {
        return method + " " + path;
    }

    /** The scope words, all of which a token needs; empty if any token will do, absent if none is needed. */
    Optional<List<String>> scopes() {
        List<String> words = new ArrayList<>();
        node.at("/security/0/bearer").forEach(word -> words.add(word.asText()));
        return node.path("security").isEmpty() ? Optional.empty() : Optional.of(words);
    }

    /** How many parts of its path are variable: of two operations that fit, the gateway takes that with fewer. */
    long variables() {
        return VARIABLE.matcher(path).results().count();
    }

    boolean fits(Exchange exchange) {
        return method.equals(exchange.method())
                && pattern.matcher(exchange.path()).matches();
    }

    /** What stands for each variable in a path that fits, still encoded. */
    Map<String, String> values(String actual) {
        Matcher matcher = pattern.matcher(actual);
        Map<String, String> values = new LinkedHashMap<>();
        if (matcher.matches()) {
            VARIABLE.matcher(path)
                    .results()
                    .map(found -> found.group(1))
                    .forEach(name -> values.put(name, matcher.group(groupName(name))));
        }
        return values;
    }

    /** A variable's name without what the name of a group may not have. */
    private static String groupName(String variable) {
        return variable.replace("_", "");
    }

    /** Where it stands in the document. */
    JsonPointer place() {
        return JsonPointer.empty()
                .appendProperty("paths")
                .appendProperty(path)
                .appendProperty(method.toLowerCase(Locale.ROOT));
    }
}
