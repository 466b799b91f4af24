package bilby.functions.sale;

import bilby.claim.Claim;
import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.profile.ProfileWithWallet;
import bilby.functions.sale.StandingSale.Payment;
import bilby.money.Points;
import bilby.redemption.Redemption;
import bilby.sale.Sale;
import bilby.store.Change;
import bilby.store.Plan;
import bilby.store.Store;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * The commits of sales. Whatever a sale does to the buyer's wallet is a movement in the same commit, so that the wallet's
 * version guards it; without any the wallet need only be open, for no sale is recorded for a deleted profile.
 */
final class SaleCommits {

    private final Store store;
    private final Attempt attempt;
    private final IfTaken ifTaken;

    SaleCommits(Store store, Attempt attempt, IfTaken ifTaken) {
        this.store = store;
        this.attempt = attempt;
        this.ifTaken = ifTaken;
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

    /**
     * Records a sale.
     *
     * @param paid the redemption that it is tied to from now on
     */
    Plan<Answer> create(Sale sale, Optional<ProfileWithWallet> buyer, Optional<Redemption> paid) {
        Optional<BuyersMoves> moves = moves(buyer);
        moves.ifPresent(wallet -> paid.ifPresent(redemption -> wallet.tie(redemption, Optional.of(sale.id()))));
        Sale posted = posted(sale, moves);
        Plan.Commit<Answer> commit =
                commit(store.sales().add(posted), Answer.created(json(posted, buyer, paid)), moves);
        posted.externalId().ifPresent(id -> take(commit, id, posted));
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
        Optional<BuyersMoves> moves = moves(buyer);
        boolean isTiedAnew = !before.redemptionId().equals(after.redemptionId());
        moves.ifPresent(wallet -> {
            freed.ifPresent(redemption -> wallet.tie(redemption, Optional.empty()));
            paid.filter(redemption -> isTiedAnew)
                    .ifPresent(redemption -> wallet.tie(redemption, Optional.of(after.id())));
        });
        Sale posted = posted(after, moves);
        Plan.Commit<Answer> commit = commit(store.sales().replace(posted), Answer.ok(json(posted, buyer, paid)), moves);
        if (before.profileId().isEmpty()) {
            after.profileId().ifPresent(id -> commit.and(store.claims().gotBuyer(after.id(), id)));
        }
        if (!before.externalId().equals(after.externalId())) {
            before.externalId().ifPresent(id -> commit.and(store.claims().free(claim(id))));
            after.externalId().ifPresent(id -> take(commit, id, after));
        }
        return commit;
    }

    /**
     * Forgets a sale.
     *
     * @param paid the redemption that it was tied to
     */
    Plan<Answer> delete(Sale sale, Optional<ProfileWithWallet> buyer, Optional<Redemption> paid) {
        Optional<BuyersMoves> moves = moves(buyer);
        moves.ifPresent(wallet -> {
            paid.ifPresent(redemption -> wallet.tie(redemption, Optional.empty()));
            wallet.post(sale, Points.ZERO);
        });
        Plan.Commit<Answer> commit = commit(store.sales().delete(sale), Answer.noContent(), moves);
        sale.externalId().ifPresent(id -> commit.and(store.claims().free(claim(id))));
        return commit;
    }

    /** Nothing moves for who is not known, or has been deleted. */
    private Optional<BuyersMoves> moves(Optional<ProfileWithWallet> buyer) {
        return buyer.map(found -> new BuyersMoves(store, attempt, found.wallet()));
    }

    private static Sale posted(Sale sale, Optional<BuyersMoves> moves) {
        return moves.map(wallet -> sale.with(wallet.post(sale, sale.due()))).orElse(sale);
    }

    private static Plan.Commit<Answer> commit(Change change, Answer answer, Optional<BuyersMoves> moves) {
        return moves.map(wallet -> wallet.commit(change, answer)).orElseGet(() -> Plan.commit(change, answer));
    }

    private void take(Plan.Commit<Answer> commit, String externalId, Sale sale) {
        String owner = Long.toString(sale.id());
        switch (ifTaken) {
            case REFUSE ->
                commit.claiming(store.claims().take(claim(externalId), owner), Answer.invalid("external_id", taken()));
            case LOOK_AGAIN -> commit.and(store.claims().takeIfStillFree(claim(externalId), owner));
        }
    }

    private ObjectNode json(Sale sale, Optional<ProfileWithWallet> buyer, Optional<Redemption> paid) {
        Optional<Payment> payment = paid.flatMap(
                redemption -> attempt.read(store.ledger().key(redemption.profileId(), redemption.entryVersion()))
                        .map(entry -> new Payment(redemption, entry.lines())));
        return SaleJson.of(
                new StandingSale(sale, buyer.map(ProfileWithWallet::profile), payment),
                attempt.settings().currency());
    }
}
