package bilby.simulation;

import bilby.store.Store;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which sale was paid by which redemption: told by both, and by one of each at most. */
final class Ties {

    private final Store store;
    private final Map<Long, Long> redemptions = new HashMap<>();

    Ties(Store store) {
        this.store = store;
    }

    /** A sale that a commit put or deleted. */
    void saleChanged(long sale) {
        Optional<Long> redemption = store.get(store.sales().key(sale)).flatMap(stored -> stored.redemptionId());
        redemptions.remove(sale);
        redemption.ifPresent(id -> {
            Law.SPENT_ONCE.require(!redemptions.containsValue(id), "redemption ", id, " pays for two sales");
            redemptions.put(sale, id);
        });
    }

    /** A redemption that a commit put, after all sales of that commit. */
    void redemptionChanged(long redemption) {
        Optional<Long> paid = redemptions.entrySet().stream()
                .filter(tie -> tie.getValue() == redemption)
                .map(Map.Entry::getKey)
                .findFirst();
        Optional<Long> stored = store.get(store.redemptions().key(redemption)).flatMap(row -> row.saleId());
        Law.FOLD.equal(paid, stored, "the sale of redemption ", redemption);
    }
}
