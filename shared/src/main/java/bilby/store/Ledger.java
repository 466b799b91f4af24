package bilby.store;

import bilby.wallet.Action;
import bilby.wallet.Entry;
import bilby.wallet.ProfileId;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The entries of all wallets: put once, read, and never changed. */
public final class Ledger {

    private static final String PROFILE_ID = "profile_id";
    private static final String VERSION = "version";
    private static final String ENTRY = "entry";

    /** In bytes, for the text alone. */
    private static final int LARGEST = 390 << 10;

    private final Table table;

    Ledger(String table) {
        this.table = new Table(table, PROFILE_ID);
    }

    public Key<Entry> key(ProfileId profileId, long version) {
        return key(profileId, version, Ledger::read);
    }

    /** Whether anything was ever issued to anybody: an empty wallet that was closed has an entry too. */
    boolean hasIssue(Finder finder) {
        return finder.all(table.name()).map(Ledger::read).anyMatch(entry -> entry.action() == Action.ISSUE);
    }

    /** The entry as it is stored. */
    Key<String> text(ProfileId profileId, long version) {
        return key(profileId, version, Ledger::text);
    }

    private <T> Key<T> key(ProfileId profileId, long version, Function<Item, T> mapper) {
        return new Key<>(
                table.name(),
                Map.of(
                        PROFILE_ID,
                        AttributeValue.fromS(profileId.toString()),
                        VERSION,
                        AttributeValue.fromN(Long.toString(version))),
                mapper);
    }

    String table() {
        return table.name();
    }

    /** The entry as it is stored; nothing, which is no entry, where it was taken away. */
    static String text(Item item) {
        return item.optionalText(ENTRY).orElse("");
    }

    static Entry read(Item item) {
        return Entry.parse(item.text(ENTRY));
    }

    /** Whether an entry is small enough to be stored: an item of DynamoDB's has 400 KB at most. */
    public boolean fits(Entry entry) {
        return entry.text().length() < LARGEST;
    }

    Write append(Entry entry) {
        return table.add(
                Item.with(PROFILE_ID, entry.profileId().toString())
                        .put(VERSION, entry.version())
                        .put(ENTRY, entry.text()),
                Write.Refusal.STALE);
    }
}
