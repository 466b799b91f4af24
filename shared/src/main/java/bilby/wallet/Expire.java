package bilby.wallet;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Records that lots have expired, and closes them. It changes no balance and no outcome: an expired lot counts for nothing
 * before it is recorded, too. Each line says the span that has ended, so that the ledger tells when it was.
 *
 * @param which of the lots that have expired to close
 */
public record Expire(Collection<LotId> which) {

    /** The movement; none if none of them has expired. */
    public Optional<Movement> on(Wallet wallet, Moment moment) {
        List<Line> lines = wallet.expired(moment.now())
                .filter(lot -> which.contains(lot.id()))
                .map(lot -> Line.spanning(lot.id(), -lot.remaining(), 0, lot.span()))
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(wallet.move(
                        Action.EXPIRE, Subject.of(lines.getFirst().lot()), Optional.empty(), lines, moment));
    }
}
