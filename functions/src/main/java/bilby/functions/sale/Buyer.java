package bilby.functions.sale;

import bilby.claim.Claim;
import bilby.functions.http.Attempt;
import bilby.functions.http.Field;
import bilby.functions.http.Fields;
import bilby.functions.http.Request;
import bilby.functions.profile.ProfileHandle;
import bilby.functions.profile.ProfileWithWallet;
import bilby.store.Key;
import bilby.store.Store;
import bilby.wallet.ProfileId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Who a sale is to, as a request names it: by the path, by a profile's id, by an e-mail address or by an identity. */
final class Buyer {

    private Buyer() {}

    /** What to read first, together with the token, to find whom the request names. */
    static List<Key<?>> first(Store store, Request request, ObjectNode body) {
        if (!request.isWithinProfile() && handle(body).isPresent()) {
            return claim(body)
                    .<List<Key<?>>>map(claim -> List.of(store.claims().owner(claim)))
                    .orElse(List.of());
        }
        return profileId(request, body)
                .<List<Key<?>>>map(id -> ProfileWithWallet.keys(store, id))
                .orElse(List.of());
    }

    /** Whom the request names by what was read first; empty if there is no such profile. */
    static Optional<ProfileWithWallet> find(Store store, Request request, ObjectNode body, Attempt attempt) {
        if (!request.isWithinProfile() && handle(body).isPresent()) {
            return claim(body)
                    .flatMap(claim -> attempt.get(store.claims().owner(claim)))
                    .flatMap(id -> ProfileWithWallet.read(store, ProfileId.of(id)));
        }
        return profileId(request, body).flatMap(id -> ProfileWithWallet.first(attempt, store, id));
    }

    /** What the body names the profile by, where that is not the profile's id; what its owner is follows from it. */
    static Optional<Claim> claim(ObjectNode body) {
        return handle(body).flatMap(handle -> named(body).map(name -> ProfileHandle.claim(handle, name)));
    }

    /** What the body has in {@code profile_id}: the profile's id, or what {@code profile_id_handle} says it is. */
    private static Optional<String> named(ObjectNode body) {
        return Fields.of(body).get("profile_id").line(Field.SHORT_TEXT);
    }

    private static Optional<String> handle(ObjectNode body) {
        return Fields.of(body).get("profile_id_handle").line(Field.SHORT_TEXT);
    }

    private static Optional<ProfileId> profileId(Request request, ObjectNode body) {
        return request.isWithinProfile() ? request.profileId() : named(body).flatMap(ProfileId::parse);
    }
}
