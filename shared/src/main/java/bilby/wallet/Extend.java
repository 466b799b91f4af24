package bilby.wallet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Gives lots longer lives: all of them or none.
 *
 * @param extensions at least one, of lots that differ
 */
public record Extend(List<Extension> extensions) {

    /** A lot, and when it is to expire from now on. */
    public record Extension(LotId lot, Instant expiresAt) {}

    /** Why nothing was extended: these lots cannot be spent now. */
    public record NotActive(List<LotId> lots) {}

    public Decision<NotActive> on(Wallet wallet, Moment moment) {
        List<LotId> inactive = extensions.stream()
                .map(Extension::lot)
                .filter(id ->
                        wallet.lot(id).filter(lot -> lot.isActive(moment.now())).isEmpty())
                .toList();
        if (!inactive.isEmpty()) {
            return new Decision.Refused<>(new NotActive(inactive));
        }
        List<Line> lines = extensions.stream()
                .map(extension -> line(extension, wallet.lot(extension.lot()).orElseThrow()))
                .toList();
        return new Decision.Moved<>(
                wallet.move(Action.EXTEND, Subject.of(extensions.getFirst().lot()), Optional.empty(), lines, moment));
    }

    private static Line line(Extension extension, Lot lot) {
        return Line.spanning(lot.id(), 0, lot.remaining(), lot.span().until(extension.expiresAt()));
    }
}
