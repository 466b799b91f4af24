package bilby.profile;

import bilby.wallet.CommitId;
import bilby.wallet.ProfileId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A member: personal data, all of which goes when the profile is deleted.
 *
 * @param version 1, 2, 3… with each change; the wallet counts its own
 * @param email unique, whatever its case; kept as sent
 * @param mobilePhone unique
 * @param birthdaySince when the day and month of the birthday were last entered, where there is one
 * @param zone where the member lives; the setting's zone if it is not known
 * @param identities what other systems know the member by, in the order they were sent in
 * @param details JSON: the fields that Bilby keeps as sent and does nothing with
 * @param createdAt in whole seconds, as {@code updatedAt}
 */
public record Profile(
        ProfileId id,
        long version,
        CommitId commit,
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<String> email,
        Optional<String> mobilePhone,
        Optional<Birthday> birthday,
        Optional<Instant> birthdaySince,
        Optional<ZoneId> zone,
        List<Identity> identities,
        String details,
        Instant createdAt,
        Instant updatedAt) {

    /** Whether there is anything by which somebody could be known: a name, an e-mail, a phone or an identity. */
    public boolean isKnown() {
        return !identities.isEmpty()
                || Stream.of(firstName, lastName, email, mobilePhone)
                        .flatMap(Optional::stream)
                        .anyMatch(text -> !text.isBlank());
    }

    /** The profile after a change of its identities alone. */
    public Profile withIdentities(List<Identity> identities, CommitId commit, Instant now) {
        return new Profile(
                id,
                version + 1,
                commit,
                firstName,
                lastName,
                email,
                mobilePhone,
                birthday,
                birthdaySince,
                zone,
                identities,
                details,
                createdAt,
                now);
    }

    /** The first and last name with a space between them, or whichever of them there is. */
    public Optional<String> fullName() {
        String name = Stream.of(firstName, lastName).flatMap(Optional::stream).collect(Collectors.joining(" "));
        return Optional.of(name).filter(text -> !text.isEmpty());
    }
}
