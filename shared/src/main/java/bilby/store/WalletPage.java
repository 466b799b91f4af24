package bilby.store;

import bilby.wallet.Wallet;
import java.util.List;
import java.util.Optional;

/**
 * Some wallets of one part of their table, in the table's own order.
 *
 * @param last the profile id to go on after; empty at the part's end
 */
public record WalletPage(List<Wallet> wallets, Optional<String> last) {}
