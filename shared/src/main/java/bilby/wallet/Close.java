package bilby.wallet;

import java.util.List;
import java.util.Optional;

/**
 * Closes a wallet for ever, with all that it holds.
 *
 * @param forced whether unexpired lots may be thrown away; if not, a wallet that has any stays as it is
 */
public record Close(boolean forced) {

    /** Why a wallet is not closed: something in it has not expired. */
    public record StillOpen() {}

    public Decision<StillOpen> on(Wallet wallet, Moment moment) {
        if (!forced && !wallet.unexpired(moment.now()).isEmpty()) {
            return new Decision.Refused<>(new StillOpen());
        }
        List<Line> lines = wallet.lots().stream()
                .map(lot -> Line.of(lot.id(), -lot.remaining(), 0))
                .toList();
        return new Decision.Moved<>(
                wallet.move(Action.DELETE, new Subject.OfWallet(), Optional.empty(), lines, moment));
    }
}
