package bilby.wallet;

import bilby.money.Points;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes back points that were given: first what is left of the grant that gave them, also where it has expired; then of
 * the member's other points, in the order in which they are spent. Less is taken where less is left.
 *
 * @param granted the grant that gave them, where it is known
 * @param amount how much to take back, above 0
 */
public record TakeBack(Optional<Granted> granted, Points amount) {

    /**
     * A grant of points as it stands.
     *
     * @param left what is left of it; of an expired grant, what it held when it expired
     */
    public record Granted(LotId lot, Points left, Span span) {}

    /**
     * What was taken back.
     *
     * @param points above 0, at most the amount
     * @param fromGranted what of them was taken from the grant that gave them
     */
    public record Taken(Movement movement, Points points, Points fromGranted) {}

    /** Empty if nothing is left to be taken. */
    public Optional<Taken> on(Wallet wallet, Moment moment) {
        List<Line> lines = new ArrayList<>();
        Points own = granted.map(Granted::left).orElse(Points.ZERO).min(amount);
        if (own.isPositive()) {
            lines.add(granted.map(grant -> line(wallet, grant, own)).orElseThrow());
        }
        Points left = amount.minus(own);
        for (Lot lot : others(wallet, moment.now())) {
            if (left.isPositive()) {
                Points taken = left.min(lot.points());
                lines.add(Line.of(
                        lot.id(), -taken.hundredths(), lot.points().minus(taken).hundredths()));
                left = left.minus(taken);
            }
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        LotId about = granted.map(Granted::lot).orElse(lines.getFirst().lot());
        Movement movement = wallet.move(Action.ADJUST, Subject.of(about), Optional.empty(), lines, moment);
        return Optional.of(new Taken(movement, amount.minus(left), own));
    }

    /** A grant whose expiry has been recorded is in no wallet, and what is left of it then opens again, expired as it is. */
    private static Line line(Wallet wallet, Granted grant, Points taken) {
        long remaining = grant.left().minus(taken).hundredths();
        return Line.spanning(grant.lot(), remaining - wallet.remaining(grant.lot()), remaining, grant.span());
    }

    private List<Lot> others(Wallet wallet, Instant now) {
        Optional<LotId> own = granted.map(Granted::lot);
        return wallet.spendable(LotKind.POINT, now).stream()
                .filter(lot -> !own.equals(Optional.of(lot.id())))
                .toList();
    }
}
