package bilby.claim;

import bilby.wallet.Hash;
import bilby.wallet.ProfileId;
import java.util.Optional;

/**
 * The answer to a request that had an idempotency key, kept with the key's claim without end.
 *
 * @param fingerprint of the request that the key was first sent with
 * @param filedUnder what it is found by when a person is deleted, where no entry in the ledger names its key
 * @param profileId whom the answer is about, if anybody: once the profile is deleted, the answer is given no more
 * @param body byte for byte as it was answered; none if the answer had none
 */
public record KeptAnswer(
        Hash fingerprint,
        Optional<ProfileId> profileId,
        Optional<String> filedUnder,
        int status,
        Optional<String> body) {

    private static final Hash NO_REQUEST = Hash.of("");
    private static final int NOT_FOUND = 404;

    /** What is left of an answer about somebody who has been deleted: that the key is taken. */
    public static KeptAnswer erased(ProfileId profileId) {
        return new KeptAnswer(NO_REQUEST, Optional.of(profileId), Optional.empty(), NOT_FOUND, Optional.empty());
    }

    /** Whether only that is left of it. */
    public boolean isErased() {
        return fingerprint.equals(NO_REQUEST);
    }
}
