package bilby.store.memory;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** An expression, read once however often it is asked. */
record Parsed(Expression expression, Set<String> placeholders) {

    private static final Map<String, Parsed> READ = new ConcurrentHashMap<>();

    static Parsed of(String text) {
        return READ.computeIfAbsent(text, Parsed::parse);
    }

    private static Parsed parse(String text) {
        Expression expression = Parser.parse(text);
        Set<String> placeholders = new TreeSet<>();
        expression.addPlaceholders(placeholders);
        return new Parsed(expression, placeholders);
    }
}
