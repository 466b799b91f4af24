package bilby.functions.point;

import bilby.catalogue.PointDefinition;
import bilby.functions.http.Attempt;
import bilby.functions.http.Request;
import bilby.point.PointGrant;
import bilby.store.Key;
import bilby.store.Snapshot;
import bilby.store.Store;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads grants of points as they stand: a grant's row always later than its wallet, so that the row is at least as new
 * as the version that a commit will require.
 */
public final class PointsReader {

    private final Store store;

    public PointsReader(Store store) {
        this.store = store;
    }

    /** What to read first, together with the token, to find the grant that the path names. */
    List<Key<?>> first(Request request) {
        List<Key<?>> keys = new ArrayList<>();
        if (request.isWithinProfile()) {
            request.profileId().map(store.wallets()::key).ifPresent(keys::add);
        } else {
            request.id().map(store.pointGrants()::key).ifPresent(keys::add);
        }
        return keys;
    }

    /** The grant that the path names; empty if there is none, or it is not the profile's that the path names. */
    Optional<StandingPoints> find(Request request, Attempt attempt) {
        Optional<Wallet> wallet = request.isWithinProfile()
                ? request.profileId().flatMap(attempt::wallet)
                : request.id()
                        .flatMap(id -> attempt.get(store.pointGrants().key(id)))
                        .flatMap(grant -> store.get(store.wallets().key(grant.profileId())))
                        .filter(Wallet::isOpen);
        return wallet.flatMap(found -> request.id()
                .flatMap(id -> standing(List.of(id), List.of(found)).stream().findFirst()));
    }

    /** The grants of these ids that are in these wallets, in the order of the ids. */
    public List<StandingPoints> standing(List<Long> ids, List<Wallet> wallets) {
        List<Key<PointGrant>> keys = ids.stream().map(store.pointGrants()::key).toList();
        List<PointGrant> grants = store.read(keys).all(keys);
        Snapshot definitions = store.read(grants.stream().map(this::definition).toList());
        List<StandingPoints> standing = new ArrayList<>();
        for (PointGrant grant : grants) {
            Optional<Wallet> wallet = of(grant.profileId(), wallets);
            Optional<PointDefinition> definition = definitions.get(definition(grant));
            if (wallet.isPresent() && definition.isPresent()) {
                standing.add(new StandingPoints(grant, wallet.get(), definition.get()));
            }
        }
        return standing;
    }

    /** The grants of these ids, whosever they are. */
    List<StandingPoints> standing(List<Long> ids) {
        List<Key<PointGrant>> keys = ids.stream().map(store.pointGrants()::key).toList();
        List<Key<Wallet>> wallets = store.read(keys).all(keys).stream()
                .map(PointGrant::profileId)
                .distinct()
                .map(store.wallets()::key)
                .toList();
        return standing(
                ids,
                store.read(wallets).all(wallets).stream().filter(Wallet::isOpen).toList());
    }

    private Key<PointDefinition> definition(PointGrant grant) {
        return store.pointDefinitions().key(grant.definition());
    }

    private static Optional<Wallet> of(ProfileId profileId, List<Wallet> wallets) {
        return wallets.stream()
                .filter(wallet -> wallet.profileId().equals(profileId))
                .findFirst();
    }
}
