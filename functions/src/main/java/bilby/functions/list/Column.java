package bilby.functions.list;

import bilby.functions.http.Time;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A field that a list can be filtered and sorted by.
 *
 * @param name its name in the query
 * @param cell what a row has of it; of a list there, any element may match, of an object its field that the name's last
 *     part names
 * @param isParameter whether the query may also name it alone, without {@code filter[…]}
 */
public record Column(String name, Kind kind, Function<ObjectNode, JsonNode> cell, boolean isParameter) {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");

    /** How values compare. */
    public enum Kind {
        TEXT,
        TEXT_IN_ANY_CASE,
        NUMBER,
        TIME,
        FLAG
    }

    private Column(String name, Kind kind) {
        this(name, kind, row -> row.path(name), false);
    }

    public static Column text(String name) {
        return new Column(name, Kind.TEXT);
    }

    /** A text of which upper and lower case are the same. */
    public static Column textInAnyCase(String name) {
        return new Column(name, Kind.TEXT_IN_ANY_CASE);
    }

    public static Column number(String name) {
        return new Column(name, Kind.NUMBER);
    }

    public static Column time(String name) {
        return new Column(name, Kind.TIME);
    }

    public static Column flag(String name) {
        return new Column(name, Kind.FLAG);
    }

    /** The same column, found elsewhere in the row. */
    public Column at(String pointer) {
        return of(row -> row.at(pointer));
    }

    /** The same column, which a row shows in other words. */
    public Column of(Function<ObjectNode, JsonNode> shown) {
        return new Column(name, kind, shown, isParameter);
    }

    /** The same column, which the query may also name alone. */
    public Column asParameter() {
        return new Column(name, kind, cell, true);
    }

    /** What a query's text stands for, in a form that compares with {@link #values}; empty if it can be no such value. */
    Optional<Comparable<?>> read(String text) {
        return switch (kind) {
            case TEXT -> Optional.of(text);
            case TEXT_IN_ANY_CASE -> Optional.of(text.toLowerCase(Locale.ROOT));
            case NUMBER -> NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
            case TIME -> Time.parse(text).map(time -> time.in(ZoneOffset.UTC)).map(instant -> instant);
            case FLAG ->
                switch (text) {
                    case "1", "true" -> Optional.of(true);
                    case "0", "false" -> Optional.of(false);
                    default -> Optional.empty();
                };
        };
    }

    /** The values that a row has, none if it is null. */
    Stream<Comparable<?>> values(ObjectNode row) {
        JsonNode node = cell.apply(row);
        Stream<JsonNode> nodes = node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
        return nodes.map(value -> value.isObject() ? value.path(name.substring(name.indexOf('.') + 1)) : value)
                .filter(value -> !value.isNull() && !value.isMissingNode())
                .map(value -> kind == Kind.NUMBER && value.isNumber()
                        ? value.decimalValue().toPlainString()
                        : value.asText())
                .flatMap(text -> read(text).stream());
    }
}
