package bilby.claim;

import bilby.wallet.Hash;
import bilby.wallet.ProfileId;
import java.util.Optional;

/**
 * The answer to a request that had an idempotency key, kept with the key's claim without end.
 *
 * @param fingerprint of the request that the key was first sent with
 * @param profileId whom the answer is about, if anybody: once the profile is deleted, the answer is given no more
 * @param body byte for byte as it was answered; none if the answer had none
 */
public record KeptAnswer(Hash fingerprint, Optional<ProfileId> profileId, int status, Optional<String> body) {}
