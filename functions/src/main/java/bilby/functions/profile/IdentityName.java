package bilby.functions.profile;

import bilby.claim.Claim;
import bilby.profile.Identity;

/** What makes an identity unique: the system and its word for the member. */
record IdentityName(String handle, String identifier) {

    static IdentityName of(Identity identity) {
        return new IdentityName(identity.handle(), identity.identifier());
    }

    Claim claim() {
        return Claim.identity(handle, identifier);
    }
}
