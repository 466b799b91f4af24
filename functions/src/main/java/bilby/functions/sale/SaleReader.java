package bilby.functions.sale;

import bilby.functions.sale.StandingSale.Payment;
import bilby.redemption.Redemption;
import bilby.sale.Sale;
import bilby.store.Key;
import bilby.store.Snapshot;
import bilby.store.Store;
import bilby.wallet.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads sales with all that their answers show: the sales, then who bought and what paid, then the payments' lines. */
final class SaleReader {

    private final Store store;

    SaleReader(Store store) {
        this.store = store;
    }

    /** The sales of these ids, in their order. */
    List<StandingSale> standing(List<Long> ids) {
        List<Key<Sale>> keys = ids.stream().map(store.sales()::key).toList();
        return standingOf(store.read(keys).all(keys));
    }

    /** These sales with what their answers show besides. */
    List<StandingSale> standingOf(List<Sale> sales) {
        List<Key<?>> besides = new ArrayList<>();
        for (Sale sale : sales) {
            sale.profileId().map(store.profiles()::key).ifPresent(besides::add);
            sale.redemptionId().map(store.redemptions()::key).ifPresent(besides::add);
        }
        Snapshot found = store.read(besides);
        List<Redemption> redemptions =
                sales.stream().flatMap(sale -> redemption(sale, found).stream()).toList();
        Snapshot entries = store.read(redemptions.stream().map(this::entry).toList());
        return sales.stream()
                .map(sale -> new StandingSale(
                        sale,
                        sale.profileId()
                                .flatMap(id -> found.get(store.profiles().key(id))),
                        redemption(sale, found).flatMap(redemption -> payment(redemption, entries))))
                .toList();
    }

    private Optional<Redemption> redemption(Sale sale, Snapshot found) {
        return sale.redemptionId().flatMap(id -> found.get(store.redemptions().key(id)));
    }

    private Optional<Payment> payment(Redemption redemption, Snapshot entries) {
        return entries.get(entry(redemption)).map(entry -> new Payment(redemption, entry.lines()));
    }

    private Key<Entry> entry(Redemption redemption) {
        return store.ledger().key(redemption.profileId(), redemption.entryVersion());
    }
}
