package bilby.functions.profile;

import bilby.claim.Claim;
import bilby.functions.http.Answer;
import bilby.functions.http.Errors;
import bilby.profile.Profile;
import bilby.store.Claims;
import bilby.store.Write;
import bilby.wallet.ProfileId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A value that no two profiles may have.
 *
 * @param identifier of an identity, where it is the claim of one
 * @param field the field it is the value of
 * @param whenTaken what is said of the field when another profile has the value
 */
record ProfileClaim(Claim claim, Optional<String> identifier, String field, String whenTaken) {

    private static final String IDENTIFIER = "identifier";

    /** The claims that stand for a profile. */
    static List<ProfileClaim> of(Profile profile) {
        return of(
                profile.email(),
                profile.mobilePhone(),
                profile.identities().stream().map(IdentityName::of).toList());
    }

    /** The claims that stand for a profile as a request says it. */
    static List<ProfileClaim> of(ProfileBody body) {
        return of(
                body.email(),
                body.mobilePhone(),
                body.identities().stream().map(SentIdentity::name).toList());
    }

    /** The claims that stand for a profile of which a request says one identity alone, so that its field is no list's. */
    static List<ProfileClaim> ofOneIdentity(Profile profile) {
        return of(profile).stream()
                .map(claim -> claim.identifier().isPresent()
                        ? new ProfileClaim(claim.claim, claim.identifier, IDENTIFIER, claim.whenTaken)
                        : claim)
                .toList();
    }

    private static List<ProfileClaim> of(
            Optional<String> email, Optional<String> mobilePhone, List<IdentityName> identities) {
        List<ProfileClaim> claims = new ArrayList<>();
        email.map(ProfileClaim::email).ifPresent(claims::add);
        mobilePhone.map(ProfileClaim::phone).ifPresent(claims::add);
        for (int i = 0; i < identities.size(); i++) {
            IdentityName name = identities.get(i);
            claims.add(new ProfileClaim(
                    name.claim(),
                    Optional.of(name.identifier()),
                    "identities." + i + "." + IDENTIFIER,
                    SentIdentity.TAKEN));
        }
        return List.copyOf(claims);
    }

    /** Takes the value for a profile. */
    Write take(Claims claims, ProfileId owner) {
        return identifier
                .map(text -> claims.takeIdentity(claim, text, owner.toString()))
                .orElseGet(() -> claims.take(claim, owner.toString()));
    }

    private static ProfileClaim email(String address) {
        return new ProfileClaim(Claim.email(address), Optional.empty(), "email", "The email has already been taken.");
    }

    private static ProfileClaim phone(String number) {
        return new ProfileClaim(Claim.phone(number), Optional.empty(), "mobile_phone", "The phone number exists");
    }

    /** Whether both are for one value, wherever in a list it stands. */
    boolean isSame(ProfileClaim other) {
        return claim.equals(other.claim);
    }

    /** Says of each value that is taken that it is. */
    static void refuseTaken(List<ProfileClaim> claims, Predicate<Claim> isTaken, Errors errors) {
        claims.stream()
                .filter(claim -> isTaken.test(claim.claim()))
                .forEach(claim -> errors.add(claim.field(), claim.whenTaken()));
    }

    /** The answer when another profile turns out to have the value. */
    Answer refusal() {
        return Answer.invalid(field, whenTaken);
    }
}
