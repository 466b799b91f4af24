package bilby.functions.expiry;

import bilby.money.Money;
import bilby.money.Points;
import bilby.store.Key;
import bilby.store.Plan;
import bilby.store.Snapshot;
import bilby.store.Store;
import bilby.store.Write;
import bilby.wallet.Expire;
import bilby.wallet.Line;
import bilby.wallet.Lot;
import bilby.wallet.LotId;
import bilby.wallet.Moment;
import bilby.wallet.Movement;
import bilby.wallet.Wallet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lots whose expiry is recorded: closed in the wallet, with their breakage in the ledger, and with what they held in the
 * rows of their rewards and grants of points. Nothing that anybody is answered depends on whether it has been done.
 *
 * @param movement the movement that closes them
 * @param rows what is to be written besides, in the same commit
 */
public record ExpiredLots(Movement movement, List<Write> rows) {

    /**
     * Closes as many lots as one commit has room for, {@value Plan#MOST_ROWS}; empty if nothing has expired. The rows are
     * read now, later than the wallet; a lot whose row is not seen yet, because it was issued this moment, stays for the
     * next time.
     */
    public static Optional<ExpiredLots> close(Store store, Wallet wallet, Moment moment) {
        return close(store, wallet, moment, Plan.MOST_ROWS);
    }

    /** Closes so many lots at most, where the commit writes more than usual besides. */
    static Optional<ExpiredLots> close(Store store, Wallet wallet, Moment moment, int most) {
        List<LotId> lots = wallet.expired(moment.now()).limit(most).map(Lot::id).toList();
        List<Key<?>> keys = new ArrayList<>();
        lots.forEach(lot -> keys.add(key(store, lot)));
        Snapshot rows = store.read(keys);
        List<LotId> seen = lots.stream()
                .filter(lot -> rows.get(key(store, lot)).isPresent())
                .toList();
        return new Expire(seen)
                .on(wallet, moment)
                .map(movement -> new ExpiredLots(movement, rows(store, movement, rows)));
    }

    private static List<Write> rows(Store store, Movement movement, Snapshot rows) {
        return movement.entry().lines().stream()
                .flatMap(line -> row(store, line, rows).stream())
                .toList();
    }

    private static Key<?> key(Store store, LotId lot) {
        return switch (lot.kind()) {
            case REWARD -> store.rewards().key(lot.id());
            case POINT -> store.pointGrants().key(lot.id());
        };
    }

    private static Optional<Write> row(Store store, Line line, Snapshot rows) {
        long id = line.lot().id();
        long held = -line.change();
        return switch (line.lot().kind()) {
            case REWARD ->
                rows.get(store.rewards().key(id))
                        .map(reward -> store.rewards().replace(reward.expired(Money.ofCents(held))));
            case POINT ->
                rows.get(store.pointGrants().key(id))
                        .map(grant -> store.pointGrants().replace(grant.expired(Points.ofHundredths(held))));
        };
    }
}
