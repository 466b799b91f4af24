package bilby.functions.sale;

import bilby.profile.Profile;
import bilby.redemption.Redemption;
import bilby.sale.Sale;
import bilby.wallet.Line;
import java.util.List;
import java.util.Optional;

/**
 * A sale with all that its answer shows.
 *
 * @param profile who bought, unless nobody is known or the profile has been deleted
 * @param payment the redemption that paid for it
 */
record StandingSale(Sale sale, Optional<Profile> profile, Optional<Payment> payment) {

    /** A redemption with what it took from which lot. */
    record Payment(Redemption redemption, List<Line> lines) {}
}
