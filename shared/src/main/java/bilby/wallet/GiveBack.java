package bilby.wallet;

import bilby.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives back what a redemption took, or a part of it. It is never refused for want of room: what is owed is owed.
 *
 * @param action a return or a reversal
 * @param parts what comes back; nothing where all of it is forfeited
 */
public record GiveBack(Action action, Subject.OfUndoing subject, List<Part> parts) {

    /**
     * What comes back to one lot, which may be a new one.
     *
     * @param hundredths of a dollar or of a point, above 0
     * @param dollars what that stands for
     * @param span the lot's, of effect where the lot is not open
     * @param definition what a new lot is issued by
     */
    public record Part(LotId lot, long hundredths, Money dollars, Span span, Optional<DefinitionRef> definition) {}

    public Movement on(Wallet wallet, Moment moment) {
        List<Line> lines = new ArrayList<>();
        for (Part part : parts) {
            lines.add(new Line(
                    part.lot(),
                    part.hundredths(),
                    wallet.remaining(part.lot()) + part.hundredths(),
                    part.lot().kind() == LotKind.POINT ? Optional.of(part.dollars()) : Optional.empty(),
                    wallet.lot(part.lot()).isEmpty() ? Optional.of(part.span()) : Optional.empty(),
                    part.definition()));
        }
        return wallet.move(action, subject, Optional.empty(), lines, moment);
    }
}
