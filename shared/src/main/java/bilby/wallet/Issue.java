package bilby.wallet;

import java.util.List;
import java.util.Optional;

/**
 * Puts a new reward or grant of points into a wallet. A span that has ended already is allowed: such a lot counts for
 * no balance.
 *
 * @param value what it holds, in hundredths, not negative; 0 opens no lot, but is recorded all the same
 */
public record Issue(LotId lot, long value, Span span, DefinitionRef definition) {

    public Issue {
        if (value < 0) {
            throw new IllegalArgumentException("less than nothing is issued as " + lot + ": " + value);
        }
    }

    public Decision<Full> on(Wallet wallet, Moment moment) {
        if (!wallet.hasRoom(moment.now())) {
            return new Decision.Refused<>(new Full());
        }
        return new Decision.Moved<>(wallet.move(
                Action.ISSUE,
                Subject.of(lot),
                Optional.of(definition),
                List.of(Line.spanning(lot, value, value, span)),
                moment));
    }
}
