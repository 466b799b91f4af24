package bilby.store;

import bilby.wallet.Hash;
import bilby.wallet.Lot;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** The wallets. The version of the wallet guards whatever a movement writes besides. */
public final class Wallets {

    private static final String PROFILE_ID = "profile_id";

    /** In bytes, for the lots alone. */
    private static final int LARGEST = 390 << 10;

    private final Table table;

    Wallets(String table) {
        this.table = new Table(table, PROFILE_ID);
    }

    public Key<Wallet> key(ProfileId profileId) {
        return table.key(profileId.toString(), Wallets::read);
    }

    /** A new profile's wallet. A wallet stays when its profile is deleted, so no profile id is ever used again. */
    public Write create(ProfileId profileId) {
        return table.add(item(Wallet.empty(profileId)), Write.Refusal.TAKEN);
    }

    /** The wallet after its movements, over the open one of the version that they were decided on. */
    Write replace(Wallet after, long version) {
        return table.replaceOpen(item(after), version);
    }

    /** The version alone, which can be read also where nothing else of the wallet can. */
    public Key<Long> version(ProfileId profileId) {
        return table.key(profileId.toString(), item -> item.number("version"));
    }

    /** The wallet that its ledger tells, over the one of this version, be it open or closed, or where there is none. */
    Change rebuild(Wallet folded, Optional<Long> version) {
        Item item = item(folded);
        Write write =
                version.map(found -> table.replace(item, found)).orElseGet(() -> table.add(item, Write.Refusal.STALE));
        return Change.rebuilt(key(folded.profileId()), item, version, write);
    }

    /** Rows that are put while the wallet is still of its version. */
    Change beside(Wallet wallet, List<Write> rows) {
        return Change.beside(
                key(wallet.profileId()),
                wallet.version(),
                Stream.concat(Stream.of(requireUnmoved(wallet)), rows.stream()).toList());
    }

    /** Whether a wallet is small enough to be stored: an item of DynamoDB's has 400 KB at most. */
    public boolean fits(Wallet wallet) {
        return wallet.lots().stream()
                        .mapToInt(lot -> lot.toString().length() + 3)
                        .sum()
                < LARGEST;
    }

    /** Requires that the profile has not been deleted. */
    public Write requireOpen(ProfileId profileId) {
        return table.requireOpen(key(profileId));
    }

    /** Requires that the wallet has not moved since it was read: so nor has its profile been deleted. */
    public Write requireUnmoved(Wallet wallet) {
        return table.requireVersion(key(wallet.profileId()), wallet.version());
    }

    /**
     * Some of the wallets of one part of the table.
     *
     * @param segment from 0 to {@code segments} − 1
     * @param after the profile id that the page before ended with; none for the first
     */
    WalletPage page(Finder finder, int segment, int segments, Optional<String> after, int limit) {
        ScanResponse response = finder.segment(
                table.name(), segment, segments, after.map(id -> Map.of(PROFILE_ID, AttributeValue.fromS(id))), limit);
        return new WalletPage(
                response.items().stream().map(Item::of).map(Wallets::found).toList(),
                Optional.ofNullable(response.lastEvaluatedKey().get(PROFILE_ID)).map(AttributeValue::s));
    }

    private static WalletPage.Found found(Item item) {
        return new WalletPage.Found(item.text(PROFILE_ID), () -> read(item));
    }

    private static Item item(Wallet wallet) {
        return Item.with(PROFILE_ID, wallet.profileId().toString())
                .put("version", wallet.version())
                .put("head", wallet.head().hex())
                .put("last_entry_at", wallet.lastEntryAt())
                .put("open", wallet.isOpen())
                .put("lots", wallet.lots().stream().map(Lot::toString).toList());
    }

    private static Wallet read(Item item) {
        return new Wallet(
                ProfileId.of(item.text(PROFILE_ID)),
                item.number("version"),
                new Hash(item.text("head")),
                item.instant("last_entry_at"),
                item.flag("open"),
                item.texts("lots").stream().map(Lot::parse).toList());
    }
}
