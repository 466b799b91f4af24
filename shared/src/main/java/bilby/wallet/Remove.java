package bilby.wallet;

import java.util.List;
import java.util.Optional;

/** Deletes a reward: what it holds leaves the wallet. One that holds nothing is recorded as deleted too. */
public record Remove(LotId lot) {

    public Movement on(Wallet wallet, Moment moment) {
        long held = wallet.remaining(lot);
        return wallet.move(Action.DELETE, Subject.of(lot), Optional.empty(), List.of(Line.of(lot, -held, 0)), moment);
    }
}
