package bilby.functions.profile;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.profile.Identity;
import bilby.profile.Profile;
import bilby.store.Plan;
import bilby.store.Store;
import java.util.List;

/** A profile of which a request changes one identity. */
final class ChangedIdentities {

    private ChangedIdentities() {}

    /** The commit that gives the profile these identities in place of its own, or what is wrong with them. */
    static Plan<Answer> commit(Store store, Attempt attempt, Profile before, List<Identity> identities, Answer answer) {
        if (identities.stream().map(IdentityName::of).distinct().count() < identities.size()) {
            return Plan.nothing(Answer.invalid("identifier", SentIdentity.TAKEN));
        }
        Profile after = before.withIdentities(identities, attempt.commit(), attempt.now());
        return after.isKnown()
                ? UpdateProfile.update(store, attempt, before, after, ProfileClaim.ofOneIdentity(after), answer)
                : Plan.nothing(Answer.invalid("email", ProfileBody.NOBODY));
    }
}
