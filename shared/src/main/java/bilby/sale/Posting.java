package bilby.sale;

import bilby.money.Points;
import bilby.wallet.Adjust;
import bilby.wallet.Decision;
import bilby.wallet.DefinitionRef;
import bilby.wallet.Full;
import bilby.wallet.Issue;
import bilby.wallet.LotId;
import bilby.wallet.Moment;
import bilby.wallet.Movement;
import bilby.wallet.Span;
import bilby.wallet.TakeBack;
import bilby.wallet.Wallet;
import java.util.Optional;

/**
 * What a change of a sale does to its buyer's points: what it should have given by now, less what it gave net of what was
 * taken back, is given or taken back. A sale has one grant of points, so whatever it gives has the expiry of what it gave
 * first: no points grow younger by a sale's being voided and restored.
 */
public sealed interface Posting {

    /** What the sale has given after it. */
    Earning earning();

    /**
     * Nothing moves.
     *
     * @param isOwed whether it should: there is no room, or nothing left to be taken. The next change of the sale tries again
     */
    record Nothing(Earning earning, boolean isOwed) implements Posting {}

    /** The sale gives for the first time: a new grant. */
    record Opened(Movement movement, Opening opening, Points value, Earning earning) implements Posting {}

    /**
     * The sale gives more into its grant, or takes back.
     *
     * @param changesGrant whether its grant has changed, and not only the member's other points
     */
    record Changed(Movement movement, boolean changesGrant, Earning earning) implements Posting {}

    /**
     * A grant that can be opened.
     *
     * @param definition what it is issued by, with the span that follows
     */
    record Opening(LotId lot, DefinitionRef definition, Span span) {}

    /**
     * Works it out.
     *
     * @param due what the sale should have given
     * @param granted the sale's grant, as it stands, if it has one
     * @param opening of effect where it has none; empty if none can be issued now
     */
    static Posting of(
            Earning before,
            Points due,
            Optional<TakeBack.Granted> granted,
            Optional<Opening> opening,
            Wallet wallet,
            Moment moment) {
        Points more = due.minus(before.given());
        if (more.equals(Points.ZERO)) {
            return new Nothing(before, false);
        }
        Optional<Posting> posting = more.isPositive()
                ? granted.isPresent()
                        ? filled(before, more, granted.get(), wallet, moment)
                        : opening.flatMap(grant -> opened(before, more, grant, wallet, moment))
                : takenBack(before, Points.ZERO.minus(more), granted, wallet, moment);
        return posting.orElseGet(() -> new Nothing(before, true));
    }

    private static Optional<Posting> opened(
            Earning before, Points value, Opening opening, Wallet wallet, Moment moment) {
        Issue issue = new Issue(opening.lot(), value.hundredths(), opening.span(), opening.definition());
        return moved(issue.on(wallet, moment))
                .map(movement -> new Opened(
                        movement,
                        opening,
                        value,
                        before.gave(value, opening.lot().id())));
    }

    private static Optional<Posting> filled(
            Earning before, Points more, TakeBack.Granted grant, Wallet wallet, Moment moment) {
        Adjust adjust = new Adjust(grant.lot(), grant.left().plus(more).hundredths(), grant.span());
        return moved(adjust.on(wallet, moment))
                .map(movement -> new Changed(
                        movement, true, before.gave(more, grant.lot().id())));
    }

    private static Optional<Posting> takenBack(
            Earning before, Points less, Optional<TakeBack.Granted> granted, Wallet wallet, Moment moment) {
        return new TakeBack(granted, less)
                .on(wallet, moment)
                .map(taken -> new Changed(
                        taken.movement(), taken.fromGranted().isPositive(), before.tookBack(taken.points())));
    }

    private static Optional<Movement> moved(Decision<Full> decision) {
        return switch (decision) {
            case Decision.Moved<Full>(Movement movement) -> Optional.of(movement);
            case Decision.Refused<Full> refused -> Optional.empty();
        };
    }
}
