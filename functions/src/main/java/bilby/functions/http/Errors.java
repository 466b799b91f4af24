package bilby.functions.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with the fields of a request, field by field. */
public final class Errors {

    private static final int MOST = 200;

    private final Map<String, List<String>> sentences = new LinkedHashMap<>();

    /** Notes a sentence about a field; the same one twice counts once, and after the first {@value #MOST} fields none. */
    public void add(String field, String sentence) {
        if (isFull() && !has(field)) {
            return;
        }
        List<String> list = sentences.computeIfAbsent(field, name -> new ArrayList<>());
        if (!list.contains(sentence)) {
            list.add(sentence);
        }
    }

    public boolean isEmpty() {
        return sentences.isEmpty();
    }

    /** Whether no further field can be noted. */
    boolean isFull() {
        return sentences.size() >= MOST;
    }

    boolean has(String field) {
        return sentences.containsKey(field);
    }

    String first() {
        return sentences.values().iterator().next().getFirst();
    }

    ObjectNode toJson() {
        ObjectNode errors = Json.object();
        sentences.forEach((field, list) -> list.forEach(errors.withArrayProperty(field)::add));
        return errors;
    }
}
