package bilby.store;

import bilby.wallet.Entry;
import bilby.wallet.Movement;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a commit turns on: a movement of a wallet, or a change of a record that has a version of its own. Of all the
 * attempts to change one version, one at most takes effect.
 */
public final class Change {

    /** What became of an attempt whose answer was lost. */
    enum Fate {
        /** It took effect. */
        LANDED,
        /** Another took the version it was for, so it never will take effect. */
        DEAD,
        /** Its version is still the last, so it may take effect yet. */
        PENDING,
        /** So much has happened since that it cannot be told. */
        UNKNOWABLE
    }

    /** One version of one item, which one attempt at most can change. */
    private record Slot(String table, Map<String, AttributeValue> key, long version) {}

    private interface FateReader {
        Fate read(Reader reader);
    }

    private final Slot slot;
    private final List<Write> writes;
    private final FateReader fate;
    private final Optional<ProfileId> profileId;
    private final Optional<String> filedUnder;

    private Change(
            Slot slot,
            List<Write> writes,
            FateReader fate,
            Optional<ProfileId> profileId,
            Optional<String> filedUnder) {
        this.slot = slot;
        this.writes = writes;
        this.fate = fate;
        this.profileId = profileId;
        this.filedUnder = filedUnder;
    }

    private Change(Key<?> key, long version, List<Write> writes, FateReader fate) {
        this(new Slot(key.table(), key.attributes(), version), writes, fate, Optional.empty(), Optional.empty());
    }

    /** The same change, with one more action that belongs to it. */
    Change with(Write write) {
        return new Change(slot, Stream.concat(writes.stream(), Stream.of(write)).toList(), fate, profileId, filedUnder);
    }

    /** The same change, which is about somebody. */
    Change about(Optional<ProfileId> who) {
        return new Change(slot, writes, fate, who, filedUnder);
    }

    /** The same change, whose answer is found by this name. One that has an entry is found by the key that the entry names. */
    Change filedUnder(String name) {
        return new Change(slot, writes, fate, profileId, Optional.of(name));
    }

    /** Whom it is about, if anybody who will still be there after it. */
    Optional<ProfileId> profileId() {
        return profileId;
    }

    /** Under what name its answer is filed, if no entry tells of it. */
    Optional<String> filedUnder() {
        return filedUnder;
    }

    /**
     * Movements of one wallet, each on the wallet after the one before. The first one's entry in the ledger, which nothing
     * can change, tells whether they took effect.
     */
    static Change moved(Wallets wallets, Ledger ledger, List<Movement> movements) {
        Entry first = movements.getFirst().entry();
        String text = first.text();
        Key<String> entry = ledger.text(first.profileId(), first.version());
        List<Write> writes = new ArrayList<>();
        writes.add(wallets.replace(movements.getLast().wallet(), first.version() - 1));
        movements.forEach(movement -> writes.add(ledger.append(movement.entry())));
        Wallet after = movements.getLast().wallet();
        return new Change(
                        entry,
                        first.version(),
                        List.copyOf(writes),
                        reader -> reader.get(entry)
                                .map(stored -> isOurs(stored, text) ? Fate.LANDED : Fate.DEAD)
                                .orElse(Fate.PENDING))
                .about(Optional.of(after).filter(Wallet::isOpen).map(Wallet::profileId));
    }

    /** The text holds the request's commit id, so no other request's entry is the same. */
    private static boolean isOurs(String stored, String text) {
        return stored.equals(text);
    }

    /** A record put where there was none. */
    static Change added(Key<?> key, Item item, Write write) {
        return new Change(
                key,
                0,
                List.of(write),
                reader -> reader.raw(key).map(stored -> fateOf(stored, item, 0)).orElse(Fate.PENDING));
    }

    /** A record put over the version before it. */
    static Change replaced(Key<?> key, Item item, Write write) {
        long before = item.number("version") - 1;
        return new Change(
                key,
                before,
                List.of(write),
                reader -> reader.raw(key)
                        .map(stored -> fateOf(stored, item, before))
                        .orElse(Fate.UNKNOWABLE));
    }

    private static Fate fateOf(Map<String, AttributeValue> stored, Item item, long before) {
        if (stored.equals(item.attributes())) {
            return Fate.LANDED;
        }
        long version = Item.of(stored).number("version");
        if (version == before) {
            return Fate.PENDING;
        }
        return version == before + 1 ? Fate.DEAD : Fate.UNKNOWABLE;
    }

    /** A wallet put as its ledger tells it, over the version that was found, or where there was none. */
    static Change rebuilt(Key<Wallet> key, Item item, Optional<Long> found, Write write) {
        return new Change(key, found.orElse(-1L), List.of(write), reader -> {
            Optional<Map<String, AttributeValue>> stored = reader.raw(key);
            if (stored.filter(item.attributes()::equals).isPresent()) {
                return Fate.LANDED;
            }
            return stored.map(there -> Item.of(there).number("version")).equals(found) ? Fate.PENDING : Fate.DEAD;
        });
    }

    /**
     * Rows put while a wallet is of a version. An attempt whose answer was lost need not be waited for: for as long as the
     * wallet is of that version it can only write what the next one would, and never later.
     */
    static Change beside(Key<Wallet> wallet, long version, List<Write> writes) {
        return new Change(wallet, version, writes, reader -> Fate.DEAD);
    }

    /**
     * Rows put whatever stands in their place. An attempt whose answer was lost need not be waited for: made again, it
     * writes the same.
     */
    static Change put(Key<?> first, List<Write> writes) {
        return new Change(first, -1, writes, reader -> Fate.DEAD);
    }

    /** A record deleted at a version. Whoever deleted it, it is gone as was asked. */
    static Change deleted(Key<?> key, long version, Write write) {
        return new Change(
                key,
                version,
                List.of(write),
                reader -> reader.raw(key)
                        .map(stored -> Item.of(stored).number("version") == version ? Fate.PENDING : Fate.DEAD)
                        .orElse(Fate.LANDED));
    }

    /** The actions that make it. */
    public List<Write> writes() {
        return writes;
    }

    /** Whether both are for the same version, so that the one excludes the other. */
    boolean excludes(Change other) {
        return slot.equals(other.slot);
    }

    Fate fate(Reader reader) {
        return fate.read(reader);
    }
}
