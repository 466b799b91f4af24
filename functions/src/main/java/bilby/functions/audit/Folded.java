package bilby.functions.audit;

import bilby.audit.Account;
import bilby.audit.Difference;
import bilby.store.Deadline;
import bilby.store.Store;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import java.util.Iterator;
import java.util.Optional;

/**
 * One member's ledger, read from the first entry to the last.
 *
 * @param account what the entries say, up to the first that is not what must follow
 * @param difference what is wrong with that one
 */
record Folded(Account account, Optional<Difference> difference) {

    /** The whole ledger; empty if the time is over before its end. */
    static Optional<Folded> of(Store store, ProfileId profileId, Deadline deadline) {
        Account account = new Account(profileId);
        Iterator<String> texts = store.ledgerOf(profileId, Long.MAX_VALUE).iterator();
        while (texts.hasNext()) {
            if (deadline.isOver()) {
                return Optional.empty();
            }
            Optional<Difference> difference = account.add(texts.next());
            if (difference.isPresent()) {
                return Optional.of(new Folded(account, difference));
            }
        }
        return Optional.of(new Folded(account, Optional.empty()));
    }

    Wallet wallet() {
        return account.wallet();
    }

    /** How many entries the ledger has, up to the first that is wrong. */
    long entries() {
        return account.wallet().version();
    }
}
