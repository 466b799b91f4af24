package bilby.functions.profile;

import bilby.claim.Claim;
import bilby.functions.http.Answer;
import bilby.functions.http.Errors;
import bilby.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A value that no two profiles may have.
 *
 * @param field the field it is the value of
 * @param whenTaken what is said of the field when another profile has the value
 */
record ProfileClaim(Claim claim, String field, String whenTaken) {

    /** The claims that stand for a profile. */
    static List<ProfileClaim> of(Profile profile) {
        return of(
                profile.email(),
                profile.mobilePhone(),
                profile.identities().stream()
                        .map(identity -> Claim.identity(identity.handle(), identity.identifier()))
                        .toList());
    }

    /** The claims that stand for a profile as a request says it. */
    static List<ProfileClaim> of(ProfileBody body) {
        return of(
                body.email(),
                body.mobilePhone(),
                body.identities().stream()
                        .map(identity -> Claim.identity(identity.handle(), identity.identifier()))
                        .toList());
    }

    private static List<ProfileClaim> of(Optional<String> email, Optional<String> mobilePhone, List<Claim> identities) {
        List<ProfileClaim> claims = new ArrayList<>();
        email.map(ProfileClaim::email).ifPresent(claims::add);
        mobilePhone.map(ProfileClaim::phone).ifPresent(claims::add);
        for (int i = 0; i < identities.size(); i++) {
            claims.add(new ProfileClaim(
                    identities.get(i), "identities." + i + ".identifier", "The identifier has already been taken."));
        }
        return List.copyOf(claims);
    }

    private static ProfileClaim email(String address) {
        return new ProfileClaim(Claim.email(address), "email", "The email has already been taken.");
    }

    private static ProfileClaim phone(String number) {
        return new ProfileClaim(Claim.phone(number), "mobile_phone", "The phone number exists");
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
