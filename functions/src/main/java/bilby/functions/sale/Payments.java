package bilby.functions.sale;

import bilby.functions.http.Attempt;
import bilby.functions.http.Fields;
import bilby.redemption.Redemption;
import bilby.redemption.RedemptionType;
import bilby.store.Store;
import bilby.wallet.ProfileId;
import java.util.Optional;

/** Which redemptions can pay for which sales. */
final class Payments {

    private Payments() {}

    /**
     * The redemption that the fields say paid for the sale, read later than the buyer's wallet; what speaks against it is
     * noted, unless it is the one that is tied to the sale already. Nothing pays for a void sale.
     *
     * @param buyer whose wallet would guard the tie; nobody if the profile has been deleted
     * @param tied the redemption that is tied to the sale so far
     */
    static Optional<Redemption> read(
            Fields fields, Attempt attempt, Store store, Optional<ProfileId> buyer, Optional<Long> tied) {
        if (!fields.has("redemption_id") || fields.get("is_void").isTrue()) {
            return Optional.empty();
        }
        Optional<Long> id = fields.get("redemption_id").id();
        Optional<Redemption> redemption =
                id.flatMap(number -> attempt.read(store.redemptions().key(number)));
        if (id.isPresent() && !id.equals(tied)) {
            refusal(redemption, buyer).ifPresent(sentence -> fields.refuse("redemption_id", sentence));
        }
        return redemption;
    }

    private static Optional<String> refusal(Optional<Redemption> redemption, Optional<ProfileId> buyer) {
        if (redemption.isEmpty() || !redemption.map(Redemption::profileId).equals(buyer)) {
            return Optional.of("The selected redemption id is invalid.");
        }
        Redemption found = redemption.get();
        if (found.type() != RedemptionType.REDEEM) {
            return Optional.of("The redemption is a " + found.type().word() + ", which pays for nothing.");
        }
        if (found.saleId().isPresent()) {
            return Optional.of("The redemption is linked to another transaction already.");
        }
        return found.isReversed() ? Optional.of("The redemption has been reversed.") : Optional.empty();
    }
}
