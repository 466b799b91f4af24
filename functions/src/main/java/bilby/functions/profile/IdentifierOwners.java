package bilby.functions.profile;

import bilby.claim.Claim;
import bilby.functions.http.Attempt;
import bilby.store.Store;
import java.util.List;

/** The profiles that have an identity of some identifier. */
final class IdentifierOwners {

    /** A shop has few systems that know its members, and so has an identifier few owners; so many fit one answer. */
    static final int MOST = 50;

    private IdentifierOwners() {}

    /** Those of them whom an active identity names, whatever its handle. */
    static List<ProfileWithWallet> named(Attempt attempt, Store store, String identifier) {
        return ProfileWithWallet.all(attempt, store, store.profilesIdentified(identifier, MOST)).stream()
                .filter(found -> found.profile().identities().stream()
                        .anyMatch(identity ->
                                identity.isActive() && identity.identifier().equals(identifier)))
                .toList();
    }

    /** The one that has it under this handle, active or not; none if nobody has. */
    static List<ProfileWithWallet> under(Attempt attempt, Store store, String handle, String identifier) {
        List<String> ids =
                attempt.owner(Claim.identity(handle, identifier)).stream().toList();
        return ProfileWithWallet.all(attempt, store, ids);
    }
}
