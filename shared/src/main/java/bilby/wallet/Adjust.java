package bilby.wallet;

import java.util.List;
import java.util.Optional;

/**
 * Sets what a reward or grant of points holds, and its span, whether it is open, spent or expired.
 *
 * @param remaining what it holds from now on, in hundredths, not negative
 */
public record Adjust(LotId lot, long remaining, Span span) {

    public Adjust {
        if (remaining < 0) {
            throw new IllegalArgumentException("less than nothing remains of " + lot + ": " + remaining);
        }
    }

    public Decision<Full> on(Wallet wallet, Moment moment) {
        boolean opens = remaining > 0
                && !span.isExpired(moment.now())
                && wallet.unexpired(lot, moment.now()).isEmpty();
        if (opens && !wallet.hasRoom(moment.now())) {
            return new Decision.Refused<>(new Full());
        }
        long before = wallet.remaining(lot);
        return new Decision.Moved<>(wallet.move(
                Action.ADJUST,
                Subject.of(lot),
                Optional.empty(),
                List.of(Line.spanning(lot, remaining - before, remaining, span)),
                moment));
    }
}
