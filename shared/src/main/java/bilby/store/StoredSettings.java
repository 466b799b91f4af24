package bilby.store;

import bilby.setting.Settings;
import bilby.wallet.CommitId;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The settings, kept in {@value #COPIES} copies that are written together, and of which each read takes one at random:
 * every redemption reads them, and one DynamoDB partition answers 3,000 reads a second.
 */
public final class StoredSettings {

    static final int COPIES = 8;

    private static final String CREATED_AT = "#created_at";
    private static final String UPDATED_AT = "#updated_at";

    private final Table table;
    private final RandomGenerator random;

    StoredSettings(String table, RandomGenerator random) {
        this.table = new Table(table, "kind_id");
        this.random = random;
    }

    /** One of the copies. Where nothing was ever set there is none, and {@link Settings#DEFAULT} holds. */
    public Key<Settings> key() {
        return key(random.nextInt(COPIES));
    }

    private Key<Settings> key(int copy) {
        return table.key(keyText(copy), StoredSettings::read);
    }

    private static String keyText(int copy) {
        return "settings#" + copy;
    }

    /** Puts the settings over those of the version before. The first copy tells whether that took effect. */
    public Change change(Settings after, CommitId commit) {
        Item item = item(0, after, commit);
        Write write = write(item, after.version());
        Change change = after.version() == 1 ? Change.added(key(0), item, write) : Change.replaced(key(0), item, write);
        for (int copy = 1; copy < COPIES; copy++) {
            change = change.with(write(item(copy, after, commit), after.version()));
        }
        return change;
    }

    private Write write(Item item, long version) {
        return version == 1 ? table.add(item, Write.Refusal.STALE) : table.replace(item, version - 1);
    }

    private static Item item(int copy, Settings settings, CommitId commit) {
        Item item = Item.with("kind_id", keyText(copy))
                .put("version", settings.version())
                .put("commit", commit.value());
        settings.set()
                .forEach((handle, value) -> item.put(handle, value.text())
                        .put(handle + CREATED_AT, value.createdAt())
                        .put(handle + UPDATED_AT, value.updatedAt()));
        return item;
    }

    /** All that was set, whether or not this release has a name for it: a change must not drop what another one set. */
    private static Settings read(Item item) {
        Map<String, Settings.Value> set = item.names()
                .filter(name -> name.endsWith(CREATED_AT))
                .map(name -> name.substring(0, name.length() - CREATED_AT.length()))
                .collect(Collectors.toMap(handle -> handle, handle -> value(item, handle)));
        return new Settings(item.number("version"), set);
    }

    private static Settings.Value value(Item item, String handle) {
        return new Settings.Value(
                item.text(handle), item.instant(handle + CREATED_AT), item.instant(handle + UPDATED_AT));
    }
}
