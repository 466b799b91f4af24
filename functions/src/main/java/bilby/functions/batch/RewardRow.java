package bilby.functions.batch;

import bilby.batch.BatchOutcome;
import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Field;
import bilby.functions.http.Fields;
import bilby.functions.profile.ProfileHandle;
import bilby.functions.profile.ProfileWithWallet;
import bilby.functions.reward.RewardIssue;
import bilby.profile.Profile;
import bilby.store.Key;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A row that asks for a reward to be issued.
 *
 * @param handle what its {@code profile_id} is, where it is not the profile's id
 */
record RewardRow(Store store, Optional<String> handle, ObjectNode body) implements RowOperation {

    @Override
    public List<Key<?>> keys() {
        List<Key<?>> keys = new ArrayList<>(new RewardIssue(store, body).keys());
        owner().ifPresent(keys::add);
        profileId().map(store.wallets()::key).ifPresent(keys::add);
        return keys;
    }

    @Override
    public Plan<Answer> plan(Attempt attempt) {
        Optional<Wallet> wallet = profileId()
                .flatMap(attempt::wallet)
                .or(() -> owner().flatMap(attempt::get)
                        .flatMap(id -> ProfileWithWallet.read(store, ProfileId.of(id)))
                        .filter(found -> isNamed(found.profile()))
                        .map(ProfileWithWallet::wallet));
        return new RewardIssue(store, body).plan(attempt, wallet);
    }

    @Override
    public BatchOutcome outcome(Answer answer) {
        return BatchOutcome.ISSUED;
    }

    private Optional<ProfileId> profileId() {
        return handle.isPresent() ? Optional.empty() : named().flatMap(ProfileId::parse);
    }

    private Optional<Key<String>> owner() {
        return handle.flatMap(what -> named().map(name -> store.claims().owner(ProfileHandle.claim(what, name))));
    }

    private boolean isNamed(Profile profile) {
        return handle.flatMap(what -> named().map(name -> ProfileHandle.isNamed(profile, what, name)))
                .orElse(false);
    }

    private Optional<String> named() {
        return Fields.of(body).get("profile_id").line(Field.SHORT_TEXT);
    }
}
