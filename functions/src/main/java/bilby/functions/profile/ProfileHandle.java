package bilby.functions.profile;

import bilby.claim.Claim;

/**
 * What the {@code profile_id} of a request names where a {@code profile_id_handle} stands beside it: an e-mail address, or
 * the identifier of an identity of that handle.
 */
public final class ProfileHandle {

    private static final String EMAIL = "email";

    private ProfileHandle() {}

    /** The claim whose owner is the profile. */
    public static Claim claim(String handle, String name) {
        return handle.equals(EMAIL) ? Claim.email(name) : Claim.identity(handle, name);
    }
}
