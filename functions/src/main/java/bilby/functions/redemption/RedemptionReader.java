package bilby.functions.redemption;

import bilby.functions.point.PointsJson;
import bilby.functions.point.PointsReader;
import bilby.functions.reward.RewardJson;
import bilby.functions.reward.RewardReader;
import bilby.profile.Profile;
import bilby.redemption.Redemption;
import bilby.sale.Sale;
import bilby.setting.Settings;
import bilby.store.Key;
import bilby.store.Snapshot;
import bilby.store.Store;
import bilby.wallet.Entry;
import bilby.wallet.Line;
import bilby.wallet.LotId;
import bilby.wallet.LotKind;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads redemptions with all that their answers show: first the wallets and profiles, later the redemptions and their
 * entries, and last the rewards, points and sales that these name.
 */
public final class RedemptionReader {

    /** The items of a row that show their reward or grant of points as it stands. */
    private static final int MOST_SHOWN = 100;

    private final Store store;
    private final Instant clock;
    private final Settings settings;

    public RedemptionReader(Store store, Instant clock, Settings settings) {
        this.store = store;
        this.clock = clock;
        this.settings = settings;
    }

    /** The redemptions of these ids, whosever they are, in the order of the ids. */
    List<StandingRedemption> standing(List<Long> ids) {
        List<Key<Redemption>> keys = keys(ids);
        List<ProfileId> profiles = store.read(keys).all(keys).stream()
                .map(Redemption::profileId)
                .distinct()
                .toList();
        List<Key<?>> owners = new ArrayList<>();
        profiles.forEach(id ->
                owners.addAll(List.of(store.wallets().key(id), store.profiles().key(id))));
        return standing(ids, store.read(owners));
    }

    /**
     * The redemptions of these ids whose owners have been read.
     *
     * @param owners the wallets and profiles
     */
    List<StandingRedemption> standing(List<Long> ids, Snapshot owners) {
        List<Key<Redemption>> keys = keys(ids);
        List<Redemption> redemptions = store.read(keys).all(keys);
        Snapshot entries = store.read(redemptions.stream().map(this::entry).toList());
        Snapshot sales = store.read(redemptions.stream()
                .flatMap(row -> row.saleId().stream())
                .map(store.sales()::key)
                .toList());
        Map<LotId, ObjectNode> lots = lots(redemptions, entries, owners);
        List<StandingRedemption> standing = new ArrayList<>();
        for (Redemption redemption : redemptions) {
            Optional<Profile> profile = owners.get(store.profiles().key(redemption.profileId()));
            Optional<Entry> entry = entries.get(entry(redemption));
            Optional<Sale> sale =
                    redemption.saleId().flatMap(id -> sales.get(store.sales().key(id)));
            if (profile.isPresent() && entry.isPresent()) {
                standing.add(new StandingRedemption(
                        redemption, profile.get(), entry.get().lines(), lots, sale));
            }
        }
        return standing;
    }

    /**
     * The redemptions of these ids that are this member's, but none of the rewards that their items took from.
     *
     * @param read entries of the member that have been read already
     */
    public List<StandingRedemption> withoutLots(List<Long> ids, Profile profile, List<Entry> read) {
        List<Key<Redemption>> keys = keys(ids);
        List<Redemption> redemptions = store.read(keys).all(keys).stream()
                .filter(redemption -> redemption.profileId().equals(profile.id()))
                .toList();
        Map<Long, Entry> entries = new HashMap<>();
        read.forEach(entry -> entries.put(entry.version(), entry));
        List<Key<?>> besides = new ArrayList<>();
        for (Redemption redemption : redemptions) {
            if (!entries.containsKey(redemption.entryVersion())) {
                besides.add(entry(redemption));
            }
            redemption.saleId().map(store.sales()::key).ifPresent(besides::add);
        }
        Snapshot found = store.read(besides);
        List<StandingRedemption> standing = new ArrayList<>();
        for (Redemption redemption : redemptions) {
            Optional.ofNullable(entries.get(redemption.entryVersion()))
                    .or(() -> found.get(entry(redemption)))
                    .map(entry -> new StandingRedemption(
                            redemption,
                            profile,
                            entry.lines(),
                            Map.of(),
                            redemption
                                    .saleId()
                                    .flatMap(id -> found.get(store.sales().key(id)))))
                    .ifPresent(standing::add);
        }
        return standing;
    }

    private Map<LotId, ObjectNode> lots(List<Redemption> redemptions, Snapshot entries, Snapshot owners) {
        List<LotId> shown = redemptions.stream()
                .flatMap(redemption -> entries.get(entry(redemption)).stream())
                .flatMap(entry -> entry.lines().stream().limit(MOST_SHOWN))
                .map(Line::lot)
                .distinct()
                .toList();
        List<Wallet> wallets = redemptions.stream()
                .map(Redemption::profileId)
                .distinct()
                .flatMap(id -> owners.get(store.wallets().key(id)).stream())
                .toList();
        Map<LotId, ObjectNode> lots = new HashMap<>();
        new RewardReader(store)
                .standing(ids(shown, LotKind.REWARD), wallets)
                .forEach(
                        reward -> lots.put(reward.reward().lotId(), RewardJson.of(reward, clock, settings.currency())));
        new PointsReader(store)
                .standing(ids(shown, LotKind.POINT), wallets)
                .forEach(points ->
                        lots.put(points.grant().lotId(), PointsJson.of(points, clock, settings.exchangeRate())));
        return lots;
    }

    private static List<Long> ids(List<LotId> lots, LotKind kind) {
        return lots.stream().filter(lot -> lot.kind() == kind).map(LotId::id).toList();
    }

    private List<Key<Redemption>> keys(List<Long> ids) {
        return ids.stream().map(store.redemptions()::key).toList();
    }

    private Key<Entry> entry(Redemption redemption) {
        return store.ledger().key(redemption.profileId(), redemption.entryVersion());
    }
}
