package bilby.store;

import bilby.audit.Checkpoint;

/** How far long jobs have come. */
public final class Jobs {

    private static final String AUDIT = "audit";

    private final Table table;

    Jobs(String table) {
        this.table = new Table(table, "job");
    }

    /** The checkpoint of one segment of the walk over all wallets. */
    public Key<Checkpoint> checkpoint(int segment, int segments) {
        return table.row(AUDIT, row(segment, segments), Jobs::read);
    }

    /** The checkpoint after a page, over the one before it, or where there is none. */
    public Change save(Checkpoint checkpoint) {
        Key<Checkpoint> key = checkpoint(checkpoint.segment(), checkpoint.segments());
        Item item = item(checkpoint);
        return checkpoint.version() == 1
                ? Change.added(key, item, table.add(item, Write.Refusal.STALE))
                : Change.replaced(key, item, table.replace(item, checkpoint.version() - 1));
    }

    private static String row(int segment, int segments) {
        return segment + "/" + segments;
    }

    private static Item item(Checkpoint checkpoint) {
        return Item.with("job", AUDIT)
                .put("row", row(checkpoint.segment(), checkpoint.segments()))
                .put("segment", checkpoint.segment())
                .put("segments", checkpoint.segments())
                .put("version", checkpoint.version())
                .put("started_at", checkpoint.startedAt())
                .putText("last", checkpoint.last())
                .put("done", checkpoint.isDone())
                .put("wallets", checkpoint.wallets())
                .put("differences", checkpoint.differences());
    }

    private static Checkpoint read(Item item) {
        return new Checkpoint(
                (int) item.number("segment"),
                (int) item.number("segments"),
                item.number("version"),
                item.instant("started_at"),
                item.optionalText("last"),
                item.flag("done"),
                item.number("wallets"),
                item.number("differences"));
    }
}
