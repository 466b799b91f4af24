package bilby.functions.redemption;

import bilby.redemption.Origin;
import bilby.store.Key;
import bilby.store.Snapshot;
import bilby.store.Store;
import bilby.wallet.LotId;
import bilby.wallet.LotKind;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rewards and grants of points that a redemption took from. */
final class Origins {

    private final Store store;
    private final List<LotId> lots;

    Origins(Store store, List<LotId> lots) {
        this.store = store;
        this.lots = lots;
    }

    /** Where they stand. */
    List<Key<?>> keys() {
        List<Key<?>> keys = new ArrayList<>();
        for (LotId lot : lots) {
            keys.add(
                    lot.kind() == LotKind.REWARD
                            ? store.rewards().key(lot.id())
                            : store.pointGrants().key(lot.id()));
        }
        return keys;
    }

    /** Those that were found. */
    Map<LotId, Origin> in(Snapshot rows) {
        Map<LotId, Origin> origins = new HashMap<>();
        for (LotId lot : lots) {
            origin(rows, lot).ifPresent(origin -> origins.put(lot, origin));
        }
        return origins;
    }

    private Optional<Origin> origin(Snapshot rows, LotId lot) {
        return switch (lot.kind()) {
            case REWARD ->
                rows.get(store.rewards().key(lot.id()))
                        .map(reward -> new Origin(
                                lot,
                                reward.definition(),
                                reward.zone(),
                                reward.span(),
                                reward.isDeleted(),
                                reward.source()
                                        .filter(source -> source.isGrace())
                                        .isPresent()));
            case POINT ->
                rows.get(store.pointGrants().key(lot.id()))
                        .map(grant -> new Origin(
                                lot,
                                grant.definition(),
                                ZoneOffset.UTC,
                                grant.span(),
                                false,
                                grant.source()
                                        .filter(source -> source.isGrace())
                                        .isPresent()));
        };
    }
}
