package bilby.functions.ledger;

import bilby.functions.http.Attempt;
import bilby.functions.http.Json;
import bilby.functions.point.PointsJson;
import bilby.functions.point.PointsReader;
import bilby.functions.profile.ProfileWithWallet;
import bilby.functions.redemption.RedemptionJson;
import bilby.functions.redemption.RedemptionReader;
import bilby.functions.reward.RewardJson;
import bilby.functions.reward.RewardReader;
import bilby.setting.Settings;
import bilby.store.Key;
import bilby.store.Store;
import bilby.wallet.Entry;
import bilby.wallet.Subject;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads a member's entries with what they were about as it stands: the wallet was read first, the entries are next, and
 * last are the rewards, points and redemptions that they name.
 */
final class LedgerReader {

    private final Store store;
    private final ProfileWithWallet owner;
    private final Instant clock;
    private final Settings settings;

    LedgerReader(Store store, ProfileWithWallet owner, Attempt attempt) {
        this.store = store;
        this.owner = owner;
        this.clock = attempt.now();
        this.settings = attempt.settings();
    }

    /** The rows of these versions, in their order. A row can be large, so each is made as it is taken. */
    Stream<ObjectNode> rows(List<Long> versions) {
        List<Key<Entry>> keys = versions.stream()
                .map(version -> store.ledger().key(owner.id(), version))
                .toList();
        List<Entry> entries = store.read(keys).all(keys);
        Map<Subject, Supplier<ObjectNode>> subjects = subjects(entries);
        return entries.stream()
                .map(entry -> LedgerJson.of(
                        entry,
                        owner.profile().email(),
                        subjects.getOrDefault(about(entry), Json::object).get()));
    }

    /** What the entries were about, where it is still there. */
    private Map<Subject, Supplier<ObjectNode>> subjects(List<Entry> entries) {
        Map<Subject, Supplier<ObjectNode>> subjects = new HashMap<>();
        List<Long> rewards = ids(entries, Subject.OfReward.class, Subject.OfReward::id);
        new RewardReader(store)
                .standing(rewards, List.of(owner.wallet()))
                .forEach(reward -> subjects.put(
                        new Subject.OfReward(reward.reward().id()),
                        () -> RewardJson.of(reward, clock, settings.currency())));
        List<Long> points = ids(entries, Subject.OfPoints.class, Subject.OfPoints::id);
        new PointsReader(store)
                .standing(points, List.of(owner.wallet()))
                .forEach(grant -> subjects.put(
                        new Subject.OfPoints(grant.grant().id()),
                        () -> PointsJson.of(grant, clock, settings.exchangeRate())));
        List<Long> redemptions = ids(entries, Subject.OfRedemption.class, Subject.OfRedemption::id);
        new RedemptionReader(store, clock, settings)
                .withoutLots(redemptions, owner.profile(), entries)
                .forEach(redemption -> subjects.put(
                        new Subject.OfRedemption(redemption.redemption().id()), () -> RedemptionJson.of(redemption)));
        return subjects;
    }

    /** A return or reversal is a redemption too, of its own id. */
    private static Subject about(Entry entry) {
        return entry.subject() instanceof Subject.OfUndoing undoing
                ? new Subject.OfRedemption(undoing.id())
                : entry.subject();
    }

    private static <S extends Subject> List<Long> ids(List<Entry> entries, Class<S> kind, Function<S, Long> id) {
        return entries.stream()
                .map(LedgerReader::about)
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(id)
                .distinct()
                .toList();
    }
}
