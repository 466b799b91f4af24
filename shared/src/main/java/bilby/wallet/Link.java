package bilby.wallet;

import java.util.List;
import java.util.Optional;

/**
 * Ties a redemption to a sale, or frees it. Nothing moves between lots; but the entry makes the wallet's version guard
 * the tie, so that it can neither be made twice nor against a reversal.
 */
public record Link(long redemptionId) {

    public Movement on(Wallet wallet, Moment moment) {
        return wallet.move(Action.ADJUST, new Subject.OfRedemption(redemptionId), Optional.empty(), List.of(), moment);
    }
}
