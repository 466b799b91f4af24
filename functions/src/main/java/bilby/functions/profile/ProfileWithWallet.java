package bilby.functions.profile;

import bilby.functions.http.Attempt;
import bilby.profile.Profile;
import bilby.setting.Settings;
import bilby.store.Key;
import bilby.store.Snapshot;
import bilby.store.Store;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** A profile that has not been deleted, and its wallet, which is open for just as long. */
public record ProfileWithWallet(Profile profile, Wallet wallet) {

    public ProfileId id() {
        return profile.id();
    }

    /** Where both stand. */
    public static List<Key<?>> keys(Store store, ProfileId id) {
        return List.of(store.profiles().key(id), store.wallets().key(id));
    }

    /** The profile as it is now. */
    public static Optional<ProfileWithWallet> read(Store store, ProfileId id) {
        return in(store.read(keys(store, id)), store, id);
    }

    /** The profile as the request's first read found it. */
    public static Optional<ProfileWithWallet> first(Attempt attempt, Store store, ProfileId id) {
        return of(attempt.get(store.profiles().key(id)), attempt.wallet(id));
    }

    /** The profiles of these ids as they are now, in that order, but for those that have been deleted. */
    static List<ProfileWithWallet> all(Attempt attempt, Store store, List<String> texts) {
        List<ProfileId> ids = texts.stream().map(ProfileId::of).toList();
        Snapshot found = attempt.read(
                ids.stream().flatMap(id -> keys(store, id).stream()).toList());
        return ids.stream().flatMap(id -> in(found, store, id).stream()).toList();
    }

    /** The profile as a later read found it. */
    private static Optional<ProfileWithWallet> in(Snapshot snapshot, Store store, ProfileId id) {
        return of(
                snapshot.get(store.profiles().key(id)),
                snapshot.get(store.wallets().key(id)).filter(Wallet::isOpen));
    }

    private static Optional<ProfileWithWallet> of(Optional<Profile> profile, Optional<Wallet> wallet) {
        return profile.flatMap(found -> wallet.map(open -> new ProfileWithWallet(found, open)));
    }

    ObjectNode toJson(Attempt attempt, Settings settings) {
        return ProfileJson.of(profile, wallet, settings, attempt.now(wallet));
    }
}
