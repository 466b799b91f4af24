package bilby.functions.audit;

import bilby.audit.Difference;
import java.util.Optional;

/** What came of auditing one wallet. */
sealed interface Audited {

    /**
     * It was held against its ledger.
     *
     * @param entries how many the ledger has
     */
    record Proved(long entries, Optional<Difference> difference) implements Audited {

        /** Where there is no wallet: whether there is no ledger either. */
        boolean isOfNobody() {
            return entries == 0 && difference.isEmpty();
        }
    }

    /** It moved again and again while it was read. */
    record KeptMoving() implements Audited {}

    /** The time was over before its ledger was read whole. */
    record TimeOver() implements Audited {}
}
