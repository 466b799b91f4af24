package bilby.functions.sale;

import bilby.functions.http.Attempt;
import bilby.functions.http.Request;
import bilby.sale.Sale;
import bilby.store.Key;
import bilby.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sale that a path names. */
final class SalePath {

    private SalePath() {}

    /** What to read first, together with the token, to find the sale. */
    static List<Key<?>> first(Request request, Store store) {
        List<Key<?>> keys = new ArrayList<>();
        request.id().map(store.sales()::key).ifPresent(keys::add);
        request.profileId().map(store.wallets()::key).ifPresent(keys::add);
        return keys;
    }

    /**
     * The sale as the first read found it; empty if there is none, or it is not the profile's that the path names, or that
     * profile has been deleted.
     */
    static Optional<Sale> find(Request request, Attempt attempt, Store store) {
        return request.id()
                .flatMap(id -> attempt.get(store.sales().key(id)))
                .filter(sale -> !request.isWithinProfile()
                        || request.profileId()
                                .filter(profile -> attempt.wallet(profile).isPresent())
                                .filter(profile -> sale.profileId().equals(Optional.of(profile)))
                                .isPresent());
    }
}
