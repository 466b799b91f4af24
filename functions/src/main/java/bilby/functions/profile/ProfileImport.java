package bilby.functions.profile;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Fields;
import bilby.functions.http.Parsed;
import bilby.store.Key;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.wallet.ProfileId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A row of an import: updates the profile that matches, as a PUT of it does, or creates one, as a POST does.
 *
 * @param newId of the profile, if one is created and the row names none
 */
public record ProfileImport(Store store, ProfileMatch match, ProfileId newId, ObjectNode body) {

    /** What to read first, besides the settings. */
    public List<Key<?>> keys(Instant now) {
        Fields fields = Fields.of(body);
        List<Key<?>> keys = new ArrayList<>(
                ProfileBody.parse(body, now).list(parsed -> CreateProfile.keysOfUniqueValues(store, parsed)));
        match.id(fields).ifPresent(id -> keys.addAll(ProfileWithWallet.keys(store, id)));
        match.owner(store, fields).ifPresent(keys::add);
        return keys;
    }

    /** The commit that updates or creates it, or what is wrong with it. */
    public Plan<Answer> plan(Attempt attempt) {
        Fields fields = Fields.of(body);
        Optional<ProfileId> named = match.id(fields);
        Optional<String> owner = match.owner(store, fields).flatMap(attempt::get);
        fields.get(match.field()).required();
        if (fields.parsed(() -> body) instanceof Parsed.Invalid<ObjectNode>(Answer answer)) {
            return Plan.nothing(answer);
        }
        Optional<ProfileWithWallet> found = named.flatMap(id -> ProfileWithWallet.first(attempt, store, id))
                .or(() -> owner.flatMap(id -> ProfileWithWallet.read(store, ProfileId.of(id))));
        if (found.isPresent()) {
            return UpdateProfile.change(store, attempt, found.get(), new Parsed.Valid<>(body));
        }
        // Whoever had the value has been deleted since it was read: what is taken must be seen as it is by now.
        return owner.isPresent() ? plan(attempt.again(keys(attempt.now()))) : create(attempt);
    }

    private Plan<Answer> create(Attempt attempt) {
        return switch (ProfileBody.parse(body, attempt.now())) {
            case Parsed.Invalid<ProfileBody>(Answer answer) -> Plan.nothing(answer);
            case Parsed.Valid<ProfileBody>(ProfileBody valid) ->
                CreateProfile.create(store, attempt, valid, valid.id().orElse(newId));
        };
    }
}
