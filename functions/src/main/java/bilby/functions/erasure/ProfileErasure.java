package bilby.functions.erasure;

import bilby.claim.Claim;
import bilby.functions.http.Environment;
import bilby.functions.sale.ErasedSale;
import bilby.point.PointGrant;
import bilby.profile.Erasure;
import bilby.redemption.Redemption;
import bilby.reward.Reward;
import bilby.sale.Sale;
import bilby.store.Deadline;
import bilby.store.Key;
import bilby.store.NewIds;
import bilby.store.Outcome;
import bilby.store.Plan;
import bilby.store.Snapshot;
import bilby.store.Store;
import bilby.store.Write;
import bilby.wallet.Entry;
import bilby.wallet.ProfileId;
import bilby.wallet.Subject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Erases what is left of one deleted member. The ledger, which holds no personal data itself, leads to every reward, grant
 * of points and redemption, deleted ones too, and to every key whose answer was kept with an entry; the indexes lead to the
 * sales, and to the other answers. Each step can be done twice.
 */
final class ProfileErasure {

    /** Of each entry come a row, an external id and a kept answer at most, which fit one commit. */
    private static final int ENTRIES = Plan.MOST_ROWS / 3;

    private final Environment environment;
    private final Store store;
    private final Deadline deadline;

    ProfileErasure(Environment environment, Deadline deadline) {
        this.environment = environment;
        this.store = environment.store();
        this.deadline = deadline;
    }

    List<Erasure> due() {
        return read(store::unfinishedErasures).stream()
                .filter(erasure -> erasure.isDue(environment.clock().instant()))
                .toList();
    }

    /** @throws IllegalStateException if the time is over before all is done */
    void of(ProfileId profileId) {
        while (run(() -> throughLedger(profileId))) {
            // Each time some more entries.
        }
        for (long id : read(() -> store.salesOf(profileId))) {
            run(() -> sale(id, profileId));
        }
        for (Claim found : read(() -> store.salesFoundToBe(profileId))) {
            answers(read(() -> store.answersAboutSale(found.saleId())), profileId);
        }
        answers(read(() -> store.answersAbout(profileId)), profileId);
        run(() -> finished(profileId));
    }

    /** Sees to the next entries from the newest down; whether there are more. */
    private Plan<Boolean> throughLedger(ProfileId profileId) {
        Optional<Erasure> stored = store.get(store.erasures().key(profileId));
        if (stored.isEmpty() || stored.get().isThroughLedger()) {
            return Plan.nothing(false);
        }
        List<Entry> entries =
                store.entriesOf(profileId, stored.get().entry()).limit(ENTRIES).toList();
        Erasure next = stored.get().seenFrom(entries.getLast().version());
        Plan.Commit<Boolean> commit = Plan.commit(store.erasures().save(next), !next.isThroughLedger());
        records(entries).forEach(commit::and);
        keys(entries).forEach(key -> commit.and(store.claims().erase(key, profileId)));
        return commit;
    }

    private static Set<Claim> keys(List<Entry> entries) {
        Set<Claim> keys = new LinkedHashSet<>();
        entries.forEach(entry -> entry.key().map(Claim::idempotency).ifPresent(keys::add));
        return keys;
    }

    private List<Write> records(List<Entry> entries) {
        List<Key<Reward>> rewards = new ArrayList<>();
        List<Key<PointGrant>> grants = new ArrayList<>();
        List<Key<Redemption>> redemptions = new ArrayList<>();
        for (Subject subject :
                new LinkedHashSet<>(entries.stream().map(Entry::subject).toList())) {
            switch (subject) {
                case Subject.OfReward(long id) -> rewards.add(store.rewards().key(id));
                case Subject.OfPoints(long id) -> grants.add(store.pointGrants().key(id));
                case Subject.OfRedemption(long id) ->
                    redemptions.add(store.redemptions().key(id));
                case Subject.OfUndoing undoing ->
                    redemptions.add(store.redemptions().key(undoing.id()));
                case Subject.OfWallet() -> {}
            }
        }
        Snapshot found = store.read(
                Stream.of(rewards, grants, redemptions).flatMap(List::stream).toList());
        List<Write> writes = new ArrayList<>();
        found.all(rewards).forEach(reward -> writes.addAll(erased(reward)));
        found.all(grants).forEach(grant -> writes.addAll(erased(grant)));
        found.all(redemptions).forEach(redemption -> writes.addAll(erased(redemption)));
        return writes;
    }

    private List<Write> erased(Reward reward) {
        List<Write> writes = new ArrayList<>();
        if (reward.meta().isPresent() || reward.externalId().isPresent()) {
            writes.add(store.rewards().replace(reward.erased()));
        }
        reward.externalId().ifPresent(id -> writes.add(store.claims().free(Claim.external("reward", id))));
        return writes;
    }

    private List<Write> erased(PointGrant grant) {
        List<Write> writes = new ArrayList<>();
        if (grant.meta().isPresent()
                || grant.description().isPresent()
                || grant.externalId().isPresent()) {
            writes.add(store.pointGrants().replace(grant.erased()));
        }
        grant.externalId().ifPresent(id -> writes.add(store.claims().free(Claim.external("point", id))));
        return writes;
    }

    private List<Write> erased(Redemption redemption) {
        return redemption.reference().meta().isPresent()
                ? List.of(store.redemptions().replace(redemption.erased()))
                : List.of();
    }

    private Plan<Boolean> sale(long id, ProfileId profileId) {
        Optional<Sale> sale = store.get(store.sales().key(id))
                .filter(found -> found.profileId().filter(profileId::equals).isPresent());
        Optional<String> details = sale.map(Sale::details).map(ErasedSale::details);
        return sale.map(Sale::details).equals(details)
                ? Plan.nothing(true)
                : Plan.commit(
                        store.sales()
                                .replace(sale.orElseThrow()
                                        .withDetails(details.orElseThrow(), environment.newCommitId())),
                        true);
    }

    private void answers(List<Claim> keys, ProfileId profileId) {
        for (int from = 0; from < keys.size(); from += Plan.MOST_ROWS) {
            List<Claim> some = keys.subList(from, Math.min(keys.size(), from + Plan.MOST_ROWS));
            run(() -> Plan.commit(store.claims().erase(some, profileId), true));
        }
    }

    private Plan<Boolean> finished(ProfileId profileId) {
        return store.get(store.erasures().key(profileId))
                .<Plan<Boolean>>map(erasure -> Plan.commit(store.erasures().delete(erasure), true))
                .orElseGet(() -> Plan.nothing(true));
    }

    private <T> T read(Supplier<T> read) {
        return run(() -> Plan.nothing(read.get()));
    }

    private <T> T run(Supplier<Plan<T>> decide) {
        NewIds none = new NewIds(environment.clock(), environment.random());
        if (store.run(deadline, none, decide) instanceof Outcome.Answered<T>(T answer)) {
            return answer;
        }
        throw new IllegalStateException("the time was over; the next run goes on");
    }
}
