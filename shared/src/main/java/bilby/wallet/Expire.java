package bilby.wallet;

import java.util.List;
import java.util.Optional;

/**
 * Records that lots have expired, and closes them. It changes no balance and no outcome: an expired lot counts for nothing
 * before it is recorded, too. Each line says the span that has ended, so that the ledger tells when it was.
 *
 * @param most how many lots to close at most, above 0
 */
public record Expire(int most) {

    /** The movement; none if nothing in the wallet has expired. */
    public Optional<Movement> on(Wallet wallet, Moment moment) {
        List<Line> lines = wallet.lots().stream()
                .filter(lot -> lot.isExpired(moment.now()))
                .limit(most)
                .map(lot -> Line.spanning(lot.id(), -lot.remaining(), 0, lot.span()))
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(wallet.move(
                        Action.EXPIRE, Subject.of(lines.getFirst().lot()), Optional.empty(), lines, moment));
    }
}
