package bilby.functions.profile;

import bilby.claim.Claim;
import bilby.functions.http.Attempt;
import bilby.functions.http.Field;
import bilby.profile.FoldedName;
import bilby.store.Key;
import bilby.store.Snapshot;
import bilby.store.Store;
import bilby.wallet.ProfileId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom a shop assistant means by some text (docs/api.md §8, {@code search=}). */
record ProfileSearch(Store store, Attempt attempt) {

    /** How many are found by their name at most: whoever is not among them is found by a longer text. */
    private static final int MOST = 200;

    /** The ids of those whom it names exactly by e-mail, phone or identity; if there are none, of those whose name begins so. */
    List<String> ids(String text) {
        if (text.length() > Field.SHORT_TEXT) {
            return List.of();
        }
        List<String> exact = exact(text);
        return exact.isEmpty()
                ? FoldedName.of(text)
                        .map(beginning -> store.profilesNamed(beginning, MOST))
                        .orElse(List.of())
                : exact;
    }

    private List<String> exact(String text) {
        Key<String> email = store.claims().owner(Claim.email(text));
        Key<String> phone = store.claims().owner(Claim.phone(text));
        Snapshot owners = attempt.read(List.of(email, phone));
        Stream<String> identified = IdentifierOwners.named(attempt, store, text).stream()
                .map(ProfileWithWallet::id)
                .map(ProfileId::toString);
        return Stream.concat(Stream.of(email, phone).map(owners::get).flatMap(Optional::stream), identified)
                .distinct()
                .toList();
    }
}
