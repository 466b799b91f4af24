package bilby.functions.audit;

import bilby.audit.Account;
import bilby.audit.Audit;
import bilby.audit.Difference;
import bilby.audit.IssuedLot;
import bilby.audit.Rebuilt;
import bilby.audit.RecordedRedemption;
import bilby.store.Key;
import bilby.store.Snapshot;
import bilby.store.Store;
import bilby.store.Write;
import bilby.wallet.ProfileId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The row of a reward, a grant of points or a redemption that the ledger knows.
 *
 * @param check holds what was found against the ledger
 * @param truth writes what the ledger says instead, with the zone of whoever has none
 */
record KnownRow<T>(
        String name,
        Key<T> key,
        Function<Optional<T>, Optional<Difference>> check,
        BiFunction<Optional<T>, ZoneId, Optional<Write>> truth) {

    /** All that the ledger knows, in the order in which it came to know them: first what was issued. */
    static List<KnownRow<?>> all(Store store, Account account) {
        Audit audit = new Audit(account);
        List<KnownRow<?>> rows = new ArrayList<>();
        account.lots().values().forEach(said -> rows.add(of(store, audit, said)));
        account.redemptions()
                .forEach((id, said) ->
                        rows.add(of(store, audit, id, said, account.wallet().profileId())));
        return rows;
    }

    private static KnownRow<?> of(Store store, Audit audit, IssuedLot said) {
        long id = said.id().id();
        return switch (said.id().kind()) {
            case REWARD ->
                new KnownRow<>(
                        "reward " + id,
                        store.rewards().key(id),
                        found -> audit.of(said, found),
                        (found, zone) -> Rebuilt.reward(said, found, zone)
                                .map(found.isEmpty() ? store.rewards()::add : store.rewards()::replace));
            case POINT ->
                new KnownRow<>(
                        "points " + id,
                        store.pointGrants().key(id),
                        found -> audit.ofPoints(said, found),
                        (found, zone) -> Rebuilt.points(said, found)
                                .map(found.isEmpty() ? store.pointGrants()::add : store.pointGrants()::replace));
        };
    }

    private static KnownRow<?> of(Store store, Audit audit, long id, RecordedRedemption said, ProfileId profileId) {
        return new KnownRow<>(
                "redemption " + id,
                store.redemptions().key(id),
                found -> audit.of(id, said, found),
                (found, zone) -> Optional.of(Rebuilt.redemption(id, profileId, said, found))
                        .map(found.isEmpty() ? store.redemptions()::add : store.redemptions()::replace));
    }

    /** How the row differs from the ledger. */
    Optional<Difference> difference(Snapshot rows) {
        try {
            return check.apply(rows.get(key));
        } catch (RuntimeException e) {
            return Optional.of(new Difference(name + " cannot be read"));
        }
    }

    /** What makes the row true; nothing where it is, and where it cannot be read, for it may hold what only it knows. */
    Optional<Write> repair(Snapshot rows, ZoneId zone) {
        try {
            Optional<T> found = rows.get(key);
            return check.apply(found).flatMap(difference -> truth.apply(found, zone));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
