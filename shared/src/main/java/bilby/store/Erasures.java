package bilby.store;

import bilby.profile.Erasure;
import bilby.wallet.ProfileId;
import java.util.stream.Stream;

/** Whose personal data is still to be erased: rows of the jobs, written by the commits that delete the profiles. */
public final class Erasures {

    private static final String JOB = "erasures";

    private final Table table;

    Erasures(String table) {
        this.table = new Table(table, "job");
    }

    public Key<Erasure> key(ProfileId id) {
        return table.row(JOB, id.toString(), Erasures::read);
    }

    public Write add(Erasure erasure) {
        return table.add(item(erasure), Write.Refusal.STALE);
    }

    /** The step after the one that was read. */
    public Change save(Erasure erasure) {
        Item item = item(erasure);
        return Change.replaced(key(erasure.profileId()), item, table.replace(item, erasure.version() - 1));
    }

    /** Nothing is left to be erased. */
    public Change delete(Erasure erasure) {
        Key<Erasure> key = key(erasure.profileId());
        return Change.deleted(key, erasure.version(), table.delete(key, erasure.version()));
    }

    Stream<Erasure> all(Finder finder) {
        return finder.ofJob(table.name(), JOB).map(Erasures::read);
    }

    private static Item item(Erasure erasure) {
        return Item.with("job", JOB)
                .put("row", erasure.profileId().toString())
                .put("version", erasure.version())
                .put("entry", erasure.entry())
                .put("deleted_at", erasure.deletedAt());
    }

    private static Erasure read(Item item) {
        return new Erasure(
                ProfileId.of(item.text("row")),
                item.number("version"),
                item.number("entry"),
                item.instant("deleted_at"));
    }
}
