package bilby.redemption;

import bilby.wallet.DefinitionRef;
import bilby.wallet.LotId;
import bilby.wallet.Span;
import java.time.ZoneId;

/**
 * The reward or grant of points that a redemption took from, as it stands now.
 *
 * @param zone on whose days a grace for it ends
 * @param span as it is by now: it may have been extended since
 * @param isGrace whether it came of a return or reversal itself
 */
public record Origin(LotId lot, DefinitionRef definition, ZoneId zone, Span span, boolean isDeleted, boolean isGrace) {}
