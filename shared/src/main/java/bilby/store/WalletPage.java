package bilby.store;

import bilby.wallet.Wallet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Some wallets of one part of their table, in the table's own order.
 *
 * @param last the profile id to go on after; empty at the part's end
 */
public record WalletPage(List<Found> wallets, Optional<String> last) {

    /**
     * A wallet that was found. One that cannot be read keeps no other from being read.
     *
     * @param wallet reads it, or throws
     */
    public record Found(String profileId, Supplier<Wallet> wallet) {}
}
