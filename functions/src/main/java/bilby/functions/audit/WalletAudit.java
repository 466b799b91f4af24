package bilby.functions.audit;

import bilby.audit.Audit;
import bilby.audit.Difference;
import bilby.store.Key;
import bilby.store.Snapshot;
import bilby.store.Store;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import java.util.List;
import java.util.Optional;

/**
 * Reads one member's ledger from the first entry on, and holds the wallet, the rows of its rewards and points, and its
 * redemptions against it. Of a closed wallet only the wallet: what else there was goes with the person.
 */
final class WalletAudit {

    /** What moves while it is read is read again; so often at most. */
    private static final int MOST_TRIES = 5;

    /** Longer than a commit takes to show in all of its items, in milliseconds. */
    private static final int A_MOMENT = 200;

    /** Rows that are read at once. */
    private static final int BATCH = 100;

    private final Store store;

    WalletAudit(Store store) {
        this.store = store;
    }

    /**
     * What came of it.
     *
     * @param entries how many the ledger has
     */
    record Finding(long entries, Optional<Difference> difference) {

        /** Where there is no wallet: whether there is no ledger either. */
        boolean isOfNobody() {
            return entries == 0 && difference.isEmpty();
        }
    }

    /**
     * Audits a wallet that was read just now, or was not there; empty if it moved again and again meanwhile. A commit shows
     * itself to readers item by item, and more may follow while the ledger is read: so a difference is what is still the
     * same a moment later.
     */
    Optional<Finding> of(ProfileId profileId, Optional<Wallet> justRead) {
        Key<Wallet> key = store.wallets().key(profileId);
        Optional<Wallet> wallet = justRead;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Finding finding = audit(profileId, wallet);
            if (finding.difference().isEmpty()) {
                return Optional.of(finding);
            }
            waitAMoment();
            Optional<Wallet> now = store.get(key);
            if (now.map(Wallet::version).equals(wallet.map(Wallet::version))
                    && audit(profileId, now).equals(finding)) {
                return Optional.of(finding);
            }
            wallet = now;
        }
        return Optional.empty();
    }

    private static void waitAMoment() {
        try {
            Thread.sleep(A_MOMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Finding audit(ProfileId profileId, Optional<Wallet> wallet) {
        Folded folded = Folded.of(store, profileId);
        return new Finding(
                folded.entries(),
                folded.difference()
                        .or(() -> wallet.map(found -> beside(folded, found)).orElseGet(() -> missing(folded))));
    }

    private Optional<Difference> beside(Folded folded, Wallet wallet) {
        return new Audit(folded.account()).of(wallet).or(() -> wallet.isOpen() ? rows(folded) : Optional.empty());
    }

    /** There is a wallet from the first entry on; without an entry either, there is nobody. */
    private static Optional<Difference> missing(Folded folded) {
        return folded.entries() == 0 ? Optional.empty() : Optional.of(new Difference("the wallet is missing"));
    }

    private Optional<Difference> rows(Folded folded) {
        List<KnownRow<?>> rows = KnownRow.all(store, folded.account());
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<KnownRow<?>> batch = rows.subList(from, Math.min(rows.size(), from + BATCH));
            Snapshot found = store.read(batch.stream().map(KnownRow::key).toList());
            Optional<Difference> difference = batch.stream()
                    .flatMap(row -> row.difference(found).stream())
                    .findFirst();
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }
}
