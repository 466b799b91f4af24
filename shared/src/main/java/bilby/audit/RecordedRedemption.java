package bilby.audit;

import bilby.money.Money;
import bilby.redemption.RedemptionType;
import bilby.wallet.Action;
import bilby.wallet.Entry;
import bilby.wallet.Subject;
import java.time.Instant;
import java.util.Optional;

/**
 * What the ledger says of one redemption, return or reversal.
 *
 * @param total what was spent, or undone
 * @param returned of a redemption: what of it has been undone
 * @param forfeited of a return or reversal: what came back to nobody
 * @param undoes of a return or reversal: the redemption that it undoes
 */
public record RecordedRedemption(
        RedemptionType type,
        long entryVersion,
        Money total,
        Money returned,
        Money forfeited,
        boolean isReversed,
        Optional<Long> undoes,
        Instant at) {

    /** What can still be undone. */
    Money left() {
        return total.minus(returned);
    }

    static RecordedRedemption of(Entry redeem) {
        return new RecordedRedemption(
                RedemptionType.REDEEM,
                redeem.version(),
                redeem.value(),
                Money.ZERO,
                Money.ZERO,
                false,
                Optional.empty(),
                redeem.at());
    }

    static RecordedRedemption of(Entry entry, Subject.OfUndoing undoing) {
        return new RecordedRedemption(
                entry.action() == Action.REVERSAL ? RedemptionType.REVERSAL : RedemptionType.RETURN,
                entry.version(),
                undoing.total(),
                Money.ZERO,
                undoing.total().minus(entry.value()),
                false,
                Optional.of(undoing.redemptionId()),
                entry.at());
    }

    RecordedRedemption undone(Subject.OfUndoing undoing, Action action) {
        return new RecordedRedemption(
                type,
                entryVersion,
                total,
                returned.plus(undoing.total()),
                forfeited,
                action == Action.REVERSAL,
                undoes,
                at);
    }
}
