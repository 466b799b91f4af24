package bilby.functions.redemption;

import bilby.profile.Profile;
import bilby.redemption.Redemption;
import bilby.sale.Sale;
import bilby.wallet.Line;
import bilby.wallet.LotId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A redemption with all that its answer shows.
 *
 * @param lines what it took from which lot
 * @param lots the rewards and points that it took from, as they stand now, where they are to be shown and still there
 * @param sale the sale that it paid for
 */
public record StandingRedemption(
        Redemption redemption, Profile profile, List<Line> lines, Map<LotId, ObjectNode> lots, Optional<Sale> sale) {}
