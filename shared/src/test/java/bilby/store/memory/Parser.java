package bilby.store.memory;

import bilby.store.memory.Expression.Operand;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an expression: comparisons, {@code BETWEEN}, {@code attribute_exists} and {@code attribute_not_exists} of whole
 * attributes, joined by {@code AND}, {@code OR}, {@code NOT} and parentheses. It does not know which names DynamoDB
 * reserves.
 *
 * <p>Throws IllegalArgumentException for an expression that it does not understand.
 */
final class Parser {

    private static final Pattern WORD = Pattern.compile("\\s*([#:]?[A-Za-z0-9_]+|<=|>=|<>|[=<>(),])\\s*");
    private static final Set<String> KEYWORDS = Set.of("AND", "OR", "NOT", "BETWEEN", "IN");

    private final String text;
    private final Deque<String> words = new ArrayDeque<>();

    private Parser(String text) {
        this.text = text;
        Matcher matcher = WORD.matcher(text);
        while (matcher.lookingAt()) {
            words.add(matcher.group(1));
            matcher.region(matcher.end(), text.length());
        }
        if (matcher.regionStart() != text.length()) {
            throw notUnderstood();
        }
    }

    static Expression parse(String text) {
        Parser parser = new Parser(text);
        Expression expression = parser.either();
        if (!parser.words.isEmpty()) {
            throw parser.notUnderstood();
        }
        return expression;
    }

    private Expression either() {
        Expression left = both();
        return takes("OR") ? new Expression.Or(left, either()) : left;
    }

    private Expression both() {
        Expression left = one();
        return takes("AND") ? new Expression.And(left, both()) : left;
    }

    private Expression one() {
        if (takes("NOT")) {
            return new Expression.Not(one());
        }
        if (takes("(")) {
            Expression inner = either();
            take(")");
            return inner;
        }
        String word = next();
        if (takes("(")) {
            return function(word);
        }
        return comparison(operand(word));
    }

    private Expression function(String name) {
        Operand operand = operand(next());
        take(")");
        if (!(operand instanceof Operand.Attribute)) {
            throw notUnderstood();
        }
        return switch (name) {
            case "attribute_exists" -> new Expression.Exists(operand);
            case "attribute_not_exists" -> new Expression.Not(new Expression.Exists(operand));
            default -> throw notUnderstood();
        };
    }

    private Expression comparison(Operand left) {
        if (takes("BETWEEN")) {
            Operand lowest = operand(next());
            take("AND");
            return new Expression.Between(left, lowest, operand(next()));
        }
        Comparison how = Comparison.of(next()).orElseThrow(this::notUnderstood);
        return new Expression.Compare(left, how, operand(next()));
    }

    private Operand operand(String word) {
        if (word.startsWith(":")) {
            return new Operand.Value(word);
        }
        if (!word.matches("#?[A-Za-z0-9_]+") || KEYWORDS.contains(word.toUpperCase(Locale.ROOT))) {
            throw notUnderstood();
        }
        return new Operand.Attribute(word);
    }

    private String next() {
        return Optional.ofNullable(words.poll()).orElseThrow(this::notUnderstood);
    }

    private boolean takes(String word) {
        boolean isNext = word.equalsIgnoreCase(words.peek());
        if (isNext) {
            words.remove();
        }
        return isNext;
    }

    private void take(String word) {
        if (!takes(word)) {
            throw notUnderstood();
        }
    }

    private IllegalArgumentException notUnderstood() {
        return new IllegalArgumentException("not understood in memory: " + text);
    }
}
