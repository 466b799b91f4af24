package bilby.functions.sale;

import bilby.claim.Claim;
import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.profile.ProfileWithWallet;
import bilby.functions.sale.StandingSale.Payment;
import bilby.redemption.Redemption;
import bilby.sale.Sale;
import bilby.store.Change;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.wallet.Link;
import bilby.wallet.Movement;
import bilby.wallet.Wallet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The commits of sales. Tying a redemption to a sale or freeing it is a movement of the buyer's wallet, so that the
 * wallet's version guards it; without one the wallet need only be open, for no sale is recorded for a deleted profile.
 */
final class SaleCommits {

    private final Store store;
    private final Attempt attempt;

    SaleCommits(Store store, Attempt attempt) {
        this.store = store;
        this.attempt = attempt;
    }

    /** The claim of the id that the till gave a sale. */
    static Claim claim(String externalId) {
        return Claim.external("transaction", externalId);
    }

    static String taken() {
        return "The external id has already been taken.";
    }

    /**
     * The time of a sale's change: that of the buyer's wallet, where it is one. So two attempts whose entries are the same,
     * because the clock is behind the last entry, make the same sale; whichever took effect, the answer is of that one.
     */
    static Instant now(Attempt attempt, Optional<ProfileWithWallet> buyer) {
        return buyer.map(ProfileWithWallet::wallet).map(attempt::now).orElseGet(attempt::now);
    }

    Plan<Answer> create(Sale sale, Optional<ProfileWithWallet> buyer, Optional<Redemption> paid) {
        Plan.Commit<Answer> commit = tied(
                store.sales().add(sale),
                Answer.created(SaleJson.of(
                        standing(sale, buyer, paid), attempt.settings().currency())),
                buyer,
                Optional.empty(),
                paid.map(redemption -> new Tie(redemption, Optional.of(sale.id()))));
        sale.externalId().ifPresent(id -> take(commit, id, sale));
        return commit;
    }

    /**
     * Changes a sale.
     *
     * @param freed the redemption that it was tied to and no longer is
     * @param paid the redemption that it is tied to from now on, or still
     */
    Plan<Answer> update(
            Sale before,
            Sale after,
            Optional<ProfileWithWallet> buyer,
            Optional<Redemption> freed,
            Optional<Redemption> paid) {
        boolean same = before.redemptionId().equals(after.redemptionId());
        Plan.Commit<Answer> commit = tied(
                store.sales().replace(after),
                Answer.ok(SaleJson.of(
                        standing(after, buyer, paid), attempt.settings().currency())),
                buyer,
                freed.map(SaleCommits::freed),
                same ? Optional.empty() : paid.map(redemption -> new Tie(redemption, Optional.of(after.id()))));
        if (!before.externalId().equals(after.externalId())) {
            before.externalId().ifPresent(id -> commit.and(store.claims().free(claim(id))));
            after.externalId().ifPresent(id -> take(commit, id, after));
        }
        return commit;
    }

    Plan<Answer> delete(Sale sale, Optional<ProfileWithWallet> buyer, Optional<Redemption> paid) {
        Plan.Commit<Answer> commit = tied(
                store.sales().delete(sale), Answer.noContent(), buyer, paid.map(SaleCommits::freed), Optional.empty());
        sale.externalId().ifPresent(id -> commit.and(store.claims().free(claim(id))));
        return commit;
    }

    /** A redemption, and the sale that it pays for from now on. */
    private record Tie(Redemption redemption, Optional<Long> sale) {}

    private static Tie freed(Redemption redemption) {
        return new Tie(redemption, Optional.empty());
    }

    private void take(Plan.Commit<Answer> commit, String externalId, Sale sale) {
        commit.claiming(
                store.claims().take(claim(externalId), Long.toString(sale.id())),
                Answer.invalid("external_id", taken()));
    }

    private Plan.Commit<Answer> tied(
            Change change, Answer answer, Optional<ProfileWithWallet> buyer, Optional<Tie> freed, Optional<Tie> paid) {
        List<Tie> ties = Stream.concat(freed.stream(), paid.stream()).toList();
        if (buyer.isEmpty()) {
            return Plan.commit(change, answer);
        }
        if (ties.isEmpty()) {
            return Plan.commit(change, answer)
                    .and(store.wallets().requireOpen(buyer.get().id()));
        }
        List<Movement> movements = new ArrayList<>();
        Wallet wallet = buyer.get().wallet();
        for (Tie tie : ties) {
            Movement movement = new Link(tie.redemption().id()).on(wallet, attempt.moment(wallet));
            movements.add(movement);
            wallet = movement.wallet();
        }
        Instant now = movements.getFirst().entry().at();
        Plan.Commit<Answer> commit = Plan.commit(store.moved(movements), answer).and(change);
        ties.forEach(tie ->
                commit.and(store.redemptions().replace(tie.redemption().paidFor(tie.sale(), now))));
        return commit;
    }

    private StandingSale standing(Sale sale, Optional<ProfileWithWallet> buyer, Optional<Redemption> paid) {
        Optional<Payment> payment = paid.flatMap(
                redemption -> attempt.read(store.ledger().key(redemption.profileId(), redemption.entryVersion()))
                        .map(entry -> new Payment(redemption, entry.lines())));
        return new StandingSale(sale, buyer.map(ProfileWithWallet::profile), payment);
    }
}
