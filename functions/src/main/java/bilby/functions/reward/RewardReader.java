package bilby.functions.reward;

import bilby.catalogue.RewardDefinition;
import bilby.functions.http.Attempt;
import bilby.functions.http.Request;
import bilby.reward.Reward;
import bilby.store.Key;
import bilby.store.Snapshot;
import bilby.store.Store;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads rewards as they stand: a reward's row always later than its wallet, so that the row is at least as new as the
 * version that a commit will require.
 */
public final class RewardReader {

    private final Store store;

    public RewardReader(Store store) {
        this.store = store;
    }

    /** What to read first, together with the token, to find the reward that the path names. */
    List<Key<?>> first(Request request) {
        List<Key<?>> keys = new ArrayList<>();
        if (request.isWithinProfile()) {
            request.profileId().map(store.wallets()::key).ifPresent(keys::add);
        } else {
            request.id().map(store.rewards()::key).ifPresent(keys::add);
        }
        return keys;
    }

    /** The reward that the path names; empty if there is none, or it is not the profile's that the path names. */
    Optional<StandingReward> find(Request request, Attempt attempt) {
        Optional<Wallet> wallet = request.isWithinProfile()
                ? request.profileId().flatMap(attempt::wallet)
                : request.id()
                        .flatMap(id -> attempt.get(store.rewards().key(id)))
                        .flatMap(reward -> store.get(store.wallets().key(reward.profileId())))
                        .filter(Wallet::isOpen);
        return wallet.flatMap(found -> request.id()
                .flatMap(id -> standing(List.of(id), List.of(found)).stream().findFirst()));
    }

    /** The rewards of these ids that are in these wallets, in the order of the ids; deleted ones are left out. */
    public List<StandingReward> standing(List<Long> ids, List<Wallet> wallets) {
        List<Key<Reward>> keys = ids.stream().map(store.rewards()::key).toList();
        List<Reward> rewards = store.read(keys).all(keys).stream()
                .filter(reward -> !reward.isDeleted())
                .toList();
        Snapshot definitions =
                store.read(rewards.stream().map(this::definition).distinct().toList());
        List<StandingReward> standing = new ArrayList<>();
        for (Reward reward : rewards) {
            Optional<Wallet> wallet = of(reward.profileId(), wallets);
            Optional<RewardDefinition> definition = definitions.get(definition(reward));
            if (wallet.isPresent() && definition.isPresent()) {
                standing.add(new StandingReward(reward, wallet.get(), definition.get()));
            }
        }
        return standing;
    }

    /** The rewards of these ids, whosever they are. */
    List<StandingReward> standing(List<Long> ids) {
        List<Key<Reward>> keys = ids.stream().map(store.rewards()::key).toList();
        List<Key<Wallet>> wallets = store.read(keys).all(keys).stream()
                .map(Reward::profileId)
                .distinct()
                .map(store.wallets()::key)
                .toList();
        return standing(
                ids,
                store.read(wallets).all(wallets).stream().filter(Wallet::isOpen).toList());
    }

    private Key<RewardDefinition> definition(Reward reward) {
        return store.rewardDefinitions().key(reward.definition());
    }

    private static Optional<Wallet> of(ProfileId profileId, List<Wallet> wallets) {
        return wallets.stream()
                .filter(wallet -> wallet.profileId().equals(profileId))
                .findFirst();
    }
}
