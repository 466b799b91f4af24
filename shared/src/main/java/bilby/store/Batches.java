package bilby.store;

import bilby.batch.Batch;
import bilby.batch.BatchId;
import bilby.batch.BatchKind;
import bilby.batch.BatchOutcome;
import bilby.batch.BatchProgress;
import bilby.batch.BatchRow;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Batches: rows of the jobs. Under {@code batch#<id>} stand the head and the rows, which DynamoDB removes some time after
 * they are kept no more; under {@code batches} how far each has come that is not done yet.
 */
public final class Batches {

    private static final String JOB = "batches";
    private static final String HEAD = "head";
    private static final String ROW = "row#";

    private final Table table;

    Batches(String table) {
        this.table = new Table(table, "job");
    }

    public Key<BatchProgress> progress(BatchId id) {
        return table.row(JOB, id.value(), Batches::readProgress);
    }

    public Key<Batch> head(BatchId id) {
        return table.row(job(id), HEAD, Batches::readHead);
    }

    public Key<BatchRow> row(BatchId id, int number) {
        return table.row(job(id), nameOf(number), Batches::readRow);
    }

    /** Rows where there are none. Another send of the same request stores the same ones. */
    public Change store(List<BatchRow> rows) {
        return Change.put(
                row(rows.getFirst().batch(), rows.getFirst().number()),
                rows.stream()
                        .map(row -> table.add(item(row), Write.Refusal.TAKEN))
                        .toList());
    }

    /** That a batch's rows are being stored, in the commit of the first of them. */
    public Write begin(BatchProgress progress) {
        return table.add(item(progress), Write.Refusal.TAKEN);
    }

    /** The head, which makes the rows a batch. */
    public Change accept(Batch batch) {
        return Change.added(head(batch.id()), item(batch), table.add(item(batch), Write.Refusal.STALE));
    }

    /** The stage after the one that was read. */
    public Change save(BatchProgress progress) {
        return Change.replaced(
                progress(progress.batch()), item(progress), table.replace(item(progress), progress.version() - 1));
    }

    /** Nothing is left to do about it. */
    public Change end(BatchProgress progress) {
        Key<BatchProgress> key = progress(progress.batch());
        return Change.deleted(key, progress.version(), table.delete(key, progress.version()));
    }

    /** The row after the one that was read. */
    public Change save(BatchRow row) {
        return Change.replaced(row(row.batch(), row.number()), item(row), table.replace(item(row), row.version() - 1));
    }

    /** Removes rows that never became a batch's, while that is still so. */
    public Change drop(BatchProgress dropped, List<BatchRow> rows) {
        return Change.put(
                        row(rows.getFirst().batch(), rows.getFirst().number()),
                        rows.stream()
                                .map(row -> table.delete(row(row.batch(), row.number())))
                                .toList())
                .with(table.requireVersion(progress(dropped.batch()), dropped.version()));
    }

    Stream<BatchProgress> open(Finder finder) {
        return finder.ofJob(table.name(), JOB).map(Batches::readProgress);
    }

    /** The rows of a batch, in their order. */
    List<BatchRow> rows(Finder finder, BatchId id) {
        return finder.ofJob(table.name(), job(id))
                .filter(item -> item.text("row").startsWith(ROW))
                .map(Batches::readRow)
                .toList()
                .reversed();
    }

    private static String job(BatchId id) {
        return "batch#" + id;
    }

    /** Rows stand in the order of their names. */
    private static String nameOf(int number) {
        return ROW + String.format(Locale.ROOT, "%03d", number);
    }

    private static Item item(BatchProgress progress) {
        return Item.with("job", JOB)
                .put("row", progress.batch().value())
                .put("version", progress.version())
                .put("stage", progress.stage().word())
                .put("begun_at", progress.begunAt());
    }

    private static BatchProgress readProgress(Item item) {
        return new BatchProgress(
                new BatchId(item.text("row")),
                item.number("version"),
                BatchProgress.Stage.of(item.text("stage")),
                item.instant("begun_at"));
    }

    private static Item item(Batch batch) {
        return Item.with("job", job(batch.id()))
                .put("row", HEAD)
                .put("version", 1)
                .put("batch", batch.id().value())
                .put("kind", batch.kind().word())
                .putText("named_by", batch.namedBy())
                .put("rows", batch.rows())
                .put("accepted_at", batch.acceptedAt())
                .putDeleteAfter(Batch.keptUntil(batch.acceptedAt()));
    }

    private static Batch readHead(Item item) {
        return new Batch(
                new BatchId(item.text("batch")),
                BatchKind.of(item.text("kind")),
                item.optionalText("named_by"),
                (int) item.number("rows"),
                item.instant("accepted_at"));
    }

    private static Item item(BatchRow row) {
        Item item = Item.with("job", job(row.batch()))
                .put("row", nameOf(row.number()))
                .put("batch", row.batch().value())
                .put("number", row.number())
                .put("version", row.version())
                .putDeleteAfter(row.keptUntil());
        return switch (row.state()) {
            case BatchRow.Waiting(String body, boolean hasFailed) ->
                item.put("body", body).put("failed", hasFailed);
            case BatchRow.Done(BatchOutcome outcome, String details) ->
                item.put("outcome", outcome.word()).put("details", details);
        };
    }

    private static BatchRow readRow(Item item) {
        BatchRow.State state = item.has("outcome")
                ? new BatchRow.Done(BatchOutcome.of(item.text("outcome")), item.text("details"))
                : new BatchRow.Waiting(item.text("body"), item.flag("failed"));
        return new BatchRow(
                new BatchId(item.text("batch")),
                (int) item.number("number"),
                item.number("version"),
                item.instant(Item.DELETE_AFTER),
                state);
    }
}
