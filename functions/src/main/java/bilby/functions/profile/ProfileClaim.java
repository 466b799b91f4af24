package bilby.functions.profile;

import bilby.claim.Claim;
import bilby.functions.http.Answer;
import bilby.functions.http.Errors;
import bilby.profile.Profile;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A value that no two profiles may have.
 *
 * @param field the field it is the value of
 * @param whenTaken what is said of the field when another profile has the value
 */
record ProfileClaim(Claim claim, String field, String whenTaken) {

    /** The claims that stand for a profile. */
    static List<ProfileClaim> of(Profile profile) {
        return of(profile.email(), profile.mobilePhone());
    }

    /** The claims that stand for a profile with these. */
    static List<ProfileClaim> of(Optional<String> email, Optional<String> mobilePhone) {
        return Stream.concat(email.map(ProfileClaim::email).stream(), mobilePhone.map(ProfileClaim::phone).stream())
                .toList();
    }

    private static ProfileClaim email(String address) {
        return new ProfileClaim(Claim.email(address), "email", "The email has already been taken.");
    }

    private static ProfileClaim phone(String number) {
        return new ProfileClaim(Claim.phone(number), "mobile_phone", "The phone number exists");
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
