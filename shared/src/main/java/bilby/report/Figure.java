package bilby.report;

import bilby.wallet.LotKind;
import java.time.LocalDate;
import java.util.Optional;

/** What is summed over all members. Days are local ones, of the setting {@code timezone}. */
public sealed interface Figure {

    LotKind kind();

    Measure measure();

    /**
     * What is left in wallets, expired lots included until their expiry is recorded.
     *
     * @param expires the day on which it expires; none where it never does
     */
    record Outstanding(LotKind kind, Optional<LocalDate> expires, Measure measure) implements Figure {}

    /** What moved on a day. */
    record Moved(LotKind kind, LocalDate day, Flow flow, Measure measure) implements Figure {}
}
