package bilby.functions.sale;

import bilby.functions.http.Attempt;
import bilby.functions.http.Request;
import bilby.sale.Sale;
import bilby.store.Store;
import java.util.Optional;

/** The sale that a path names. */
final class SalePath {

    private SalePath() {}

    /** The sale as the first read found it; empty if there is none, or it is not the profile's that the path names. */
    static Optional<Sale> find(Request request, Attempt attempt, Store store) {
        return request.id()
                .flatMap(id -> attempt.get(store.sales().key(id)))
                .filter(sale -> !request.isWithinProfile()
                        || (request.profileId().isPresent() && sale.profileId().equals(request.profileId())));
    }
}
