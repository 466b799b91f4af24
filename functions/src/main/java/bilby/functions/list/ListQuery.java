package bilby.functions.list;

import bilby.functions.http.Answer;
import bilby.functions.http.Errors;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a request for a list asks for (docs/api.md §1, "Paging" and "Filter, sort").
 *
 * @param size rows a page, 1 to 100
 * @param number the page, from 1
 */
public record ListQuery(
        int size, int number, Optional<Cursor> cursor, List<Filter> filters, Optional<Comparator<ObjectNode>> order) {

    private static final String CURSOR = "page[cursor]";
    private static final String FOREIGN_CURSOR = "The page[cursor] is not one that this list's links gave.";
    private static final int USUAL_SIZE = 15;
    private static final int LARGEST_SIZE = 100;
    private static final int LARGEST_NUMBER = 1_000_000_000;
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");
    private static final Pattern FILTER = Pattern.compile("filter\\[([^\\]]*)](?:\\[([^\\]]*)])?");

    /** What the request asks for, where the list can be filtered and sorted by these columns. */
    public static Parsed<ListQuery> parse(Request request, List<Column> columns) {
        Errors errors = new Errors();
        int size = whole(request, "page[size]", USUAL_SIZE, errors);
        int number = whole(request, "page[number]", 1, errors);
        Optional<Cursor> cursor = request.query().get(CURSOR).flatMap(text -> cursor(text, errors));
        List<Filter> filters = new ArrayList<>();
        request.query().parameters().forEach((name, value) -> {
            if (name.startsWith("filter")) {
                filter(name, value, columns, errors).ifPresent(filters::add);
            }
            column(name, columns)
                    .filter(Column::isParameter)
                    .flatMap(column -> filter(name, column, "eq", value, errors))
                    .ifPresent(filters::add);
        });
        Optional<Comparator<ObjectNode>> order =
                request.query().get("sort").flatMap(sort -> order(sort, columns, errors));
        return errors.isEmpty()
                ? new Parsed.Valid<>(
                        new ListQuery(Math.min(size, LARGEST_SIZE), number, cursor, List.copyOf(filters), order))
                : new Parsed.Invalid<>(Answer.invalid(errors));
    }

    private static int whole(Request request, String name, int usual, Errors errors) {
        Optional<String> text = request.query().get(name);
        if (text.isEmpty()) {
            return usual;
        }
        if (!WHOLE.matcher(text.get()).matches() || Long.parseLong(text.get()) < 1) {
            errors.add(name, "The " + name + " must be an integer of at least 1.");
            return usual;
        }
        return (int) Math.min(LARGEST_NUMBER, Long.parseLong(text.get()));
    }

    private static Optional<Cursor> cursor(String text, Errors errors) {
        Optional<Cursor> cursor = Cursor.parse(text);
        if (cursor.isEmpty()) {
            errors.add(CURSOR, FOREIGN_CURSOR);
        }
        return cursor;
    }

    private static Optional<Filter> filter(String name, String value, List<Column> columns, Errors errors) {
        Matcher matcher = FILTER.matcher(name);
        if (!matcher.matches()) {
            errors.add(name, "A filter is written filter[field]=value or filter[field][operator]=value.");
            return Optional.empty();
        }
        Optional<Column> column = column(matcher.group(1), columns);
        if (column.isEmpty()) {
            errors.add(name, "This list can not be filtered by " + matcher.group(1) + ".");
            return Optional.empty();
        }
        return filter(name, column.get(), Optional.ofNullable(matcher.group(2)).orElse("eq"), value, errors);
    }

    private static Optional<Filter> filter(String name, Column column, String operator, String value, Errors errors) {
        Optional<Filter> filter = Filter.parse(column, operator, value);
        if (filter.isEmpty()) {
            errors.add(name, "The filter's operator or value is invalid.");
        }
        return filter;
    }

    private static Optional<Comparator<ObjectNode>> order(String sort, List<Column> columns, Errors errors) {
        boolean descending = sort.startsWith("-");
        Optional<Column> column = column(descending ? sort.substring(1) : sort, columns);
        if (column.isEmpty()) {
            errors.add("sort", "This list can not be sorted by " + sort + ".");
            return Optional.empty();
        }
        Comparator<Comparable<?>> values = descending ? (a, b) -> Filter.compare(b, a) : Filter::compare;
        return Optional.of((one, other) -> compare(column.get(), values, one, other));
    }

    /** Rows without a value come last in either direction. */
    private static int compare(Column column, Comparator<Comparable<?>> values, ObjectNode one, ObjectNode other) {
        Optional<Comparable<?>> first = column.values(one).findFirst();
        Optional<Comparable<?>> second = column.values(other).findFirst();
        if (first.isPresent() && second.isPresent()) {
            return values.compare(first.get(), second.get());
        }
        return Boolean.compare(first.isEmpty(), second.isEmpty());
    }

    private static Optional<Column> column(String name, List<Column> columns) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** The answer to a cursor of another list. */
    static Answer foreignCursor() {
        return Answer.invalid(CURSOR, FOREIGN_CURSOR);
    }

    /** Whether all rows are wanted, in the list's own order. */
    boolean isPlain() {
        return filters.isEmpty() && order.isEmpty();
    }

    /** The rows that the filters keep, in the order asked for. */
    List<ObjectNode> sifted(Stream<ObjectNode> rows) {
        Stream<ObjectNode> kept = rows.filter(this::keeps);
        return order.map(kept::sorted).orElse(kept).toList();
    }

    boolean keeps(ObjectNode row) {
        return filters.stream().allMatch(filter -> filter.keeps(row));
    }

    /** The value that a column must equal, where a filter says so. */
    public Optional<String> equalTo(String name) {
        return filters.stream()
                .flatMap(filter -> filter instanceof Filter.Compared(Column column, Filter.Operator operator, var asked)
                                && column.name().equals(name)
                                && operator == Filter.Operator.EQ
                        ? Optional.of(asked.toString()).stream()
                        : Optional.<String>empty().stream())
                .findFirst();
    }
}
