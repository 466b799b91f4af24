package bilby.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A part of the template, which knows where it stands so that an error can say it.
 *
 * @param where its path, such as {@code Resources.WalletsTable}
 * @param value a map, a list or a scalar, with all references resolved
 */
record Part(String where, Object value) {

    /** The part under this key, if there is one. */
    Optional<Part> find(String key) {
        return Optional.ofNullable(map().get(key)).map(found -> new Part(where + "." + key, found));
    }

    Part get(String key) {
        return find(key).orElseThrow(() -> error("there is no " + key));
    }

    /** The text under this key. */
    String text(String key) {
        return get(key).text();
    }

    String text() {
        if (value instanceof Map || value instanceof List) {
            throw error("a text is expected here");
        }
        return value.toString();
    }

    boolean truth() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw error("true or false is expected here");
        };
    }

    int number() {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException e) {
            throw error("a whole number is expected here");
        }
    }

    /** The parts of a map, in order. */
    List<Part> entries() {
        return map().keySet().stream().map(key -> get(key.toString())).toList();
    }

    /** Refuses a map that holds more than these keys: what is not known might be meant to change what is served. */
    void onlyHas(Set<String> known, Set<String> passedOver) {
        for (Part entry : entries()) {
            if (!known.contains(entry.name()) && !passedOver.contains(entry.name())) {
                throw entry.error("Bilby's local server does not know " + entry.name());
            }
        }
    }

    /** The last word of where this stands: an entry's key. */
    String name() {
        return where.substring(where.lastIndexOf('.') + 1);
    }

    /** The parts of a list; one that is no list counts as a list of one, as CloudFormation has it in policies. */
    List<Part> items() {
        List<?> list = value instanceof List<?> several ? several : List.of(value);
        List<Part> items = new ArrayList<>();
        for (Object item : list) {
            items.add(new Part(where + "[" + items.size() + "]", item));
        }
        return items;
    }

    List<String> texts() {
        return items().stream().map(Part::text).toList();
    }

    /** This part, and of the other what this one leaves open; lists are joined, the other's first, as SAM does. */
    Part over(Part other) {
        return new Part(where, merge(value, other.value));
    }

    private static Object merge(Object own, Object other) {
        if (own instanceof List<?> list && other instanceof List<?> first) {
            return Stream.concat(first.stream(), list.stream()).toList();
        }
        if (own instanceof Map<?, ?> map
                && other instanceof Map<?, ?> defaults
                && Resolver.function(map).isEmpty()) {
            Map<Object, Object> merged = new LinkedHashMap<>(defaults);
            map.forEach((key, value) -> merged.merge(key, value, (theirs, ours) -> merge(ours, theirs)));
            return merged;
        }
        return own;
    }

    TemplateException error(String what) {
        return new TemplateException(where, what);
    }

    private Map<?, ?> map() {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw error("a map is expected here");
    }
}
