package bilby.functions.profile;

import bilby.claim.Claim;
import bilby.functions.http.Fields;
import bilby.store.Key;
import bilby.store.Store;
import bilby.wallet.ProfileId;
import java.util.Arrays;
import java.util.Optional;

/** By which of its values a row of an import is matched with a profile that there is. */
public enum ProfileMatch {
    ID("id"),
    EMAIL("email"),
    MOBILE_PHONE("mobile_phone");

    private final String field;

    ProfileMatch(String field) {
        this.field = field;
    }

    /** The field that the value stands in, which is also the word that a request has for it. */
    public String field() {
        return field;
    }

    public static Optional<ProfileMatch> of(String word) {
        return Arrays.stream(values()).filter(match -> match.field.equals(word)).findFirst();
    }

    /** The id that a row says, where that is what it is matched by; what is wrong with it is noted. */
    Optional<ProfileId> id(Fields row) {
        return this == ID ? row.get(field).profileId() : Optional.empty();
    }

    /** Whose the value is that a row is matched by, where that is not the id; what is wrong with the value is noted. */
    Optional<Key<String>> owner(Store store, Fields row) {
        return switch (this) {
            case ID -> Optional.empty();
            case EMAIL -> row.get(field).email().map(Claim::email).map(store.claims()::owner);
            case MOBILE_PHONE -> row.get(field).reference().map(Claim::phone).map(store.claims()::owner);
        };
    }
}
