package bilby.functions.list;

import bilby.functions.http.Answer;
import bilby.functions.http.Json;
import bilby.functions.http.Request;
import bilby.store.Page;
import bilby.store.WholeTable;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers requests for lists. */
public final class Lists {

    /** How many rows deep a page of a whole table can be asked for by its number alone. */
    private static final int DEEPEST = 10_000;

    /** How many reads that may take: DynamoDB reads 1 MB at a time, and of large rows that is few. */
    private static final int MOST_READS = 200;

    /** A page ends early rather than grow beyond what a function can answer. In bytes. */
    private static final int LARGEST_PAGE = 4 << 20;

    private Lists() {}

    /**
     * A list of which all ids are known, so that its totals are exact. Without filters and order only the page's rows
     * are loaded.
     *
     * @param load the rows of some ids, in their order, leaving out what is no longer there
     */
    public static <I> Answer known(
            Request request, ListQuery query, List<I> ids, Function<List<I>, List<ObjectNode>> load) {
        if (query.cursor().filter(cursor -> cursor.rowsBefore().isEmpty()).isPresent()) {
            return ListQuery.foreignCursor();
        }
        int from = query.cursor().flatMap(Cursor::rowsBefore).orElse((int)
                Math.min(Integer.MAX_VALUE, (query.number() - 1L) * query.size()));
        if (query.filters().isEmpty() && query.order().isEmpty()) {
            List<ObjectNode> rows = load.apply(slice(ids, from, query.size()));
            return paged(request, query, from, ids.size(), rows);
        }
        List<ObjectNode> kept = new ArrayList<>(load.apply(ids));
        kept.removeIf(row -> !query.keeps(row));
        query.order().ifPresent(kept::sort);
        return paged(request, query, from, kept.size(), slice(kept, from, query.size()));
    }

    /** A short list, answered whole whatever page is asked for. */
    public static Answer unpaged(ListQuery query, List<ObjectNode> rows) {
        List<ObjectNode> kept = new ArrayList<>(rows);
        kept.removeIf(row -> !query.keeps(row));
        query.order().ifPresent(kept::sort);
        return Answer.ok(Json.array().addAll(kept));
    }

    private static Answer paged(Request request, ListQuery query, int from, int total, List<ObjectNode> rows) {
        List<ObjectNode> fitting = fitting(rows);
        boolean cut = fitting.size() < rows.size();
        boolean more = cut || (long) from + query.size() < total;
        Optional<Cursor> next = more
                ? Optional.of(new Cursor(Integer.toString(from + (cut ? fitting.size() : query.size()))))
                : Optional.empty();
        int lastPage = Math.max(1, (total + query.size() - 1) / query.size());
        return new ListAnswer(request, query, fitting, from, total, lastPage, next).toAnswer();
    }

    /** A list over a whole table, in the table's order. Where filters leave rows out a page comes short. */
    public static Answer whole(
            Request request, ListQuery query, WholeTable table, Function<List<String>, List<ObjectNode>> load) {
        if (query.order().isPresent()) {
            return Answer.invalid("sort", "A list over all profiles can not be sorted.");
        }
        if (query.cursor().filter(cursor -> !table.canBeId(cursor.after())).isPresent()) {
            return ListQuery.foreignCursor();
        }
        return switch (start(query, table)) {
            case Start.After(Optional<String> id) ->
                wholePage(request, query, table, table.page(id, query.size()), load);
            case Start.BeyondTheEnd() -> wholePage(request, query, table, new Page(List.of(), Optional.empty()), load);
            case Start.TooDeep() ->
                Answer.invalid(
                        "page[number]",
                        "The page[number] leads to " + DEEPEST + " rows deep at most; go on by links.next.");
        };
    }

    /** Where a page of a whole table begins. */
    private sealed interface Start {

        record After(Optional<String> id) implements Start {}

        record BeyondTheEnd() implements Start {}

        record TooDeep() implements Start {}
    }

    private static Start start(ListQuery query, WholeTable table) {
        if (query.cursor().isPresent()) {
            return new Start.After(query.cursor().map(Cursor::after));
        }
        long left = (query.number() - 1L) * query.size();
        Optional<String> after = Optional.empty();
        for (int reads = 0; left > 0; reads++) {
            if (left > DEEPEST || reads == MOST_READS) {
                return new Start.TooDeep();
            }
            Page page = table.page(after, (int) left);
            left -= page.ids().size();
            after = page.last();
            if (after.isEmpty()) {
                return new Start.BeyondTheEnd();
            }
        }
        return new Start.After(after);
    }

    private static Answer wholePage(
            Request request,
            ListQuery query,
            WholeTable table,
            Page page,
            Function<List<String>, List<ObjectNode>> load) {
        List<ObjectNode> rows = load.apply(page.ids());
        List<ObjectNode> fitting = fitting(rows);
        Optional<Cursor> next = fitting.size() < rows.size()
                ? Optional.of(new Cursor(fitting.getLast().get("id").asText()))
                : page.last().map(Cursor::new);
        List<ObjectNode> kept = fitting.stream().filter(query::keeps).toList();
        long total = table.count();
        long lastPage =
                Math.max(query.number() + (next.isPresent() ? 1L : 0L), (total + query.size() - 1) / query.size());
        return new ListAnswer(request, query, kept, (query.number() - 1L) * query.size(), total, lastPage, next)
                .toAnswer();
    }

    private static List<ObjectNode> fitting(List<ObjectNode> rows) {
        int bytes = 0;
        for (int i = 0; i < rows.size(); i++) {
            bytes += Json.sizeInAnswer(rows.get(i));
            if (bytes > LARGEST_PAGE && i > 0) {
                return rows.subList(0, i);
            }
        }
        return rows;
    }

    private static <T> List<T> slice(List<T> all, int from, int size) {
        int start = Math.min(from, all.size());
        return all.subList(start, Math.min(all.size(), start + size));
    }
}
