package bilby.functions.audit;

import bilby.audit.Audit;
import bilby.audit.Difference;
import bilby.store.Deadline;
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
    private final Deadline deadline;

    WalletAudit(Store store, Deadline deadline) {
        this.store = store;
        this.deadline = deadline;
    }

    /**
     * Audits a wallet that was read just now, or was not there. A commit shows itself to readers item by item, and more may follow while the
     * ledger is read: so a difference is what is still the same a moment later.
     */
    Audited of(ProfileId profileId, Optional<Wallet> justRead) {
        Key<Wallet> key = store.wallets().key(profileId);
        Optional<Wallet> wallet = justRead;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Audited audited = audit(profileId, wallet);
            if (!(audited instanceof Audited.Proved(var _, Optional<Difference> difference)) || difference.isEmpty()) {
                return audited;
            }
            waitAMoment();
            Optional<Wallet> now = store.get(key);
            if (now.map(Wallet::version).equals(wallet.map(Wallet::version))
                    && audit(profileId, now).equals(audited)) {
                return audited;
            }
            wallet = now;
        }
        return new Audited.KeptMoving();
    }

    private static void waitAMoment() {
        try {
            Thread.sleep(A_MOMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Audited audit(ProfileId profileId, Optional<Wallet> wallet) {
        return Folded.of(store, profileId, deadline)
                .map(folded -> wallet.map(found -> audit(folded, found)).orElseGet(() -> missing(folded)))
                .orElseGet(Audited.TimeOver::new);
    }

    /** There is a wallet from the first entry on; without an entry either, there is nobody. */
    private static Audited missing(Folded folded) {
        Optional<Difference> difference =
                folded.entries() == 0 ? Optional.empty() : Optional.of(new Difference("the wallet is missing"));
        return new Audited.Proved(folded.entries(), folded.difference().or(() -> difference));
    }

    private Audited audit(Folded folded, Wallet wallet) {
        Optional<Difference> difference = folded.difference().or(() -> new Audit(folded.account()).of(wallet));
        return difference.isPresent() || !wallet.isOpen()
                ? new Audited.Proved(folded.entries(), difference)
                : rows(folded);
    }

    private Audited rows(Folded folded) {
        List<KnownRow<?>> rows = KnownRow.all(store, folded.account());
        for (int from = 0; from < rows.size(); from += BATCH) {
            if (deadline.isOver()) {
                return new Audited.TimeOver();
            }
            List<KnownRow<?>> batch = rows.subList(from, Math.min(rows.size(), from + BATCH));
            Snapshot found = store.read(batch.stream().map(KnownRow::key).toList());
            Optional<Difference> difference = batch.stream()
                    .flatMap(row -> row.difference(found).stream())
                    .findFirst();
            if (difference.isPresent()) {
                return new Audited.Proved(folded.entries(), difference);
            }
        }
        return new Audited.Proved(folded.entries(), Optional.empty());
    }
}
