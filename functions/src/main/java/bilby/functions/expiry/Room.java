package bilby.functions.expiry;

import bilby.store.Plan;
import bilby.store.Store;
import bilby.store.Write;
import bilby.wallet.Moment;
import bilby.wallet.Movement;
import bilby.wallet.Wallet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A wallet with room for another lot. Where it is crowded, the expiry of some lots is recorded in the same commit before
 * the other is opened: so a wallet stays an item that a commit can write, and nobody is refused because no sweep has come
 * by.
 *
 * @param wallet the wallet to open the lot in
 * @param expired what is recorded before, if anything is
 */
public record Room(Wallet wallet, Optional<ExpiredLots> expired) {

    public static Room in(Store store, Wallet wallet, Moment moment) {
        return in(store, wallet, moment, Plan.MOST_ROWS);
    }

    /**
     * Room in a commit that writes more than usual besides.
     *
     * @param most how many lots are closed at most
     */
    public static Room in(Store store, Wallet wallet, Moment moment, int most) {
        Optional<ExpiredLots> expired =
                wallet.isCrowded() ? ExpiredLots.close(store, wallet, moment, most) : Optional.empty();
        return new Room(expired.map(lots -> lots.movement().wallet()).orElse(wallet), expired);
    }

    /** A commit of the movement that opens the lot, and of what is recorded before it. */
    public <A> Plan.Commit<A> commit(Store store, Movement movement, A answer) {
        List<Movement> movements = Stream.concat(expired.map(ExpiredLots::movement).stream(), Stream.of(movement))
                .toList();
        Plan.Commit<A> commit = Plan.commit(store.moved(movements), answer);
        for (Write row : expired.map(ExpiredLots::rows).orElse(List.of())) {
            commit.and(row);
        }
        return commit;
    }
}
