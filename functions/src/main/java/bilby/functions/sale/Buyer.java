package bilby.functions.sale;

import bilby.claim.Claim;
import bilby.functions.http.Attempt;
import bilby.functions.http.Field;
import bilby.functions.http.Fields;
import bilby.functions.http.Request;
import bilby.profile.Profile;
import bilby.store.Key;
import bilby.store.Snapshot;
import bilby.store.Store;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Who a sale is to: a profile that has not been deleted, with its wallet. */
record Buyer(Profile profile, Wallet wallet) {

    ProfileId id() {
        return profile.id();
    }

    /** What to read first, together with the token, to find whom the request names. */
    static List<Key<?>> first(Store store, Request request, ObjectNode body) {
        if (!request.isWithinProfile() && handle(body).isPresent()) {
            return handle(body)
                    .filter("email"::equals)
                    .flatMap(handle -> named(body))
                    .<List<Key<?>>>map(address -> List.of(store.claims().owner(Claim.email(address))))
                    .orElse(List.of());
        }
        return profileId(request, body).<List<Key<?>>>map(id -> keys(store, id)).orElse(List.of());
    }

    /** Whom the request names by what was read first; empty if there is no such profile. */
    static Optional<Buyer> find(Store store, Request request, ObjectNode body, Attempt attempt) {
        if (!request.isWithinProfile() && handle(body).isPresent()) {
            return handle(body)
                    .filter("email"::equals)
                    .flatMap(handle -> named(body))
                    .flatMap(address -> attempt.get(store.claims().owner(Claim.email(address))))
                    .flatMap(id -> read(store, ProfileId.of(id)));
        }
        return profileId(request, body)
                .flatMap(id -> of(attempt.get(store.profiles().key(id)), attempt.wallet(id)));
    }

    static Optional<Buyer> read(Store store, ProfileId id) {
        Snapshot found = store.read(keys(store, id));
        return of(
                found.get(store.profiles().key(id)),
                found.get(store.wallets().key(id)).filter(Wallet::isOpen));
    }

    /** What the body has in {@code profile_id}: the profile's id, or what {@code profile_id_handle} says it is. */
    static Optional<String> named(ObjectNode body) {
        return Fields.of(body).get("profile_id").line(Field.SHORT_TEXT);
    }

    private static Optional<String> handle(ObjectNode body) {
        return Fields.of(body).get("profile_id_handle").line(Field.SHORT_TEXT);
    }

    private static Optional<ProfileId> profileId(Request request, ObjectNode body) {
        return request.isWithinProfile() ? request.profileId() : named(body).flatMap(ProfileId::parse);
    }

    private static List<Key<?>> keys(Store store, ProfileId id) {
        return List.of(store.wallets().key(id), store.profiles().key(id));
    }

    private static Optional<Buyer> of(Optional<Profile> profile, Optional<Wallet> wallet) {
        return profile.flatMap(person -> wallet.map(found -> new Buyer(person, found)));
    }
}
