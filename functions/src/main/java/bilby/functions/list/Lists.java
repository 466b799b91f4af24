package bilby.functions.list;

import bilby.functions.http.Answer;
import bilby.functions.http.Json;
import bilby.functions.http.Request;
import bilby.store.Page;
import bilby.store.WholeTable;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
        if (isForeign(query)) {
            return ListQuery.foreignCursor();
        }
        return query.isPlain()
                ? page(request, query, ids, wanted -> load.apply(wanted).stream())
                : page(request, query, query.sifted(load.apply(ids).stream()), List::stream);
    }

    /** A short list, answered whole whatever page is asked for. */
    public static Answer unpaged(ListQuery query, List<ObjectNode> rows) {
        return Answer.ok(Json.array().addAll(query.sifted(rows.stream())));
    }

    /** A list in no envelope and without pages: its first rows, as many as one answer can hold. */
    public static Answer bare(Stream<ObjectNode> rows) {
        return Answer.bare(Json.array().addAll(Fitting.of(rows).rows()));
    }

    /**
     * A {@link #known} list where filters and order look at little of a row, so that whole rows are made for the page alone,
     * and no more of them than it has room for.
     *
     * @param outlines all rows with their {@code id} and what filters and order look at; not asked for without those
     * @param load the rows of some ids, in their order, each made as it is taken
     */
    public static Answer outlined(
            Request request,
            ListQuery query,
            List<Long> ids,
            Supplier<Stream<ObjectNode>> outlines,
            Function<List<Long>, Stream<ObjectNode>> load) {
        if (isForeign(query)) {
            return ListQuery.foreignCursor();
        }
        List<Long> wanted = query.isPlain()
                ? ids
                : query.sifted(outlines.get()).stream()
                        .map(row -> row.get("id").asLong())
                        .toList();
        return page(request, query, wanted, load);
    }

    private static boolean isForeign(ListQuery query) {
        return query.cursor().filter(cursor -> cursor.rowsBefore().isEmpty()).isPresent();
    }

    /** One page of all that is wanted. */
    private static <T> Answer page(
            Request request, ListQuery query, List<T> all, Function<List<T>, Stream<ObjectNode>> load) {
        int from = query.cursor().flatMap(Cursor::rowsBefore).orElse((int)
                Math.min(Integer.MAX_VALUE, (query.number() - 1L) * query.size()));
        Fitting fitting = Fitting.of(load.apply(slice(all, from, query.size())));
        int total = all.size();
        boolean more = fitting.isCut() || (long) from + query.size() < total;
        Optional<Cursor> next = more
                ? Optional.of(new Cursor(Integer.toString(
                        from + (fitting.isCut() ? fitting.rows().size() : query.size()))))
                : Optional.empty();
        int lastPage = Math.max(1, (total + query.size() - 1) / query.size());
        return new ListAnswer(request, query, fitting.rows(), from, total, lastPage, next).toAnswer();
    }

    /** A list over a whole table, in the table's order. Where filters leave rows out a page comes short. */
    public static Answer whole(
            Request request, ListQuery query, WholeTable table, Function<List<String>, List<ObjectNode>> load) {
        return whole(request, query, table, load, Stream::of);
    }

    /**
     * A list of what the items of a whole table have within them, in the table's order: a page is of as many items as it
     * has room for, whatever they have.
     *
     * @param load the items of some ids, in their order, each with its {@code id}
     * @param rowsOf the rows of one item
     */
    public static Answer whole(
            Request request,
            ListQuery query,
            WholeTable table,
            Function<List<String>, List<ObjectNode>> load,
            Function<ObjectNode, Stream<ObjectNode>> rowsOf) {
        if (query.order().isPresent()) {
            return Answer.invalid("sort", "A list over all profiles can not be sorted.");
        }
        if (query.cursor().filter(cursor -> !table.canBeId(cursor.after())).isPresent()) {
            return ListQuery.foreignCursor();
        }
        return switch (start(query, table)) {
            case Start.After(Optional<String> id) ->
                wholePage(request, query, table, table.page(id, query.size()), load, rowsOf);
            case Start.BeyondTheEnd() ->
                wholePage(request, query, table, new Page(List.of(), Optional.empty()), load, rowsOf);
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
            Function<List<String>, List<ObjectNode>> load,
            Function<ObjectNode, Stream<ObjectNode>> rowsOf) {
        Fitting fitting = Fitting.of(load.apply(page.ids()).stream());
        Optional<Cursor> next = fitting.isCut()
                ? Optional.of(new Cursor(fitting.rows().getLast().get("id").asText()))
                : page.last().map(Cursor::new);
        List<ObjectNode> kept =
                fitting.rows().stream().flatMap(rowsOf).filter(query::keeps).toList();
        long total = table.count();
        long lastPage =
                Math.max(query.number() + (next.isPresent() ? 1L : 0L), (total + query.size() - 1) / query.size());
        return new ListAnswer(request, query, kept, (query.number() - 1L) * query.size(), total, lastPage, next)
                .toAnswer();
    }

    /** The first rows of a page, up to its largest size, and whether there are more. */
    private record Fitting(List<ObjectNode> rows, boolean isCut) {

        /** Takes no row beyond the first that does not fit. */
        static Fitting of(Stream<ObjectNode> rows) {
            List<ObjectNode> fitting = new ArrayList<>();
            int bytes = 0;
            for (Iterator<ObjectNode> left = rows.iterator(); left.hasNext(); ) {
                ObjectNode row = left.next();
                bytes += Json.sizeInAnswer(row);
                if (bytes > LARGEST_PAGE && !fitting.isEmpty()) {
                    return new Fitting(fitting, true);
                }
                fitting.add(row);
            }
            return new Fitting(fitting, false);
        }
    }

    private static <T> List<T> slice(List<T> all, int from, int size) {
        int start = Math.min(from, all.size());
        return all.subList(start, Math.min(all.size(), start + size));
    }
}
