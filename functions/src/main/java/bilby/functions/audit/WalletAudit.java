package bilby.functions.audit;

import bilby.audit.Account;
import bilby.audit.Audit;
import bilby.audit.Difference;
import bilby.audit.IssuedLot;
import bilby.audit.RecordedRedemption;
import bilby.store.Key;
import bilby.store.Snapshot;
import bilby.store.Store;
import bilby.wallet.Entry;
import bilby.wallet.Wallet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Reads one member's ledger from the first entry on, and holds the wallet, the rows of its rewards and points, and its
 * redemptions against it. Of a closed wallet only the wallet: what else there was goes with the person.
 */
final class WalletAudit {

    /** What moves while it is read is read again; so often at most. */
    private static final int MOST_TRIES = 5;

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
    record Finding(long entries, Optional<Difference> difference) {}

    /** Audits a wallet that was read just now; empty if it moved again and again meanwhile. */
    Optional<Finding> of(Wallet justRead) {
        Key<Wallet> key = store.wallets().key(justRead.profileId());
        Wallet wallet = justRead;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Finding finding = audit(wallet);
            if (finding.difference().isEmpty()) {
                return Optional.of(finding);
            }
            // What was read after the wallet may belong to a movement since.
            Wallet now = store.get(key).orElseThrow();
            if (now.version() == wallet.version()) {
                return Optional.of(finding);
            }
            wallet = now;
        }
        return Optional.empty();
    }

    private Finding audit(Wallet wallet) {
        Account account = new Account(wallet.profileId());
        Iterator<String> texts =
                store.ledgerOf(wallet.profileId(), wallet.version() + 1).iterator();
        while (texts.hasNext()) {
            Optional<Difference> difference = add(account, texts.next());
            if (difference.isPresent()) {
                return new Finding(account.wallet().version(), difference);
            }
        }
        Audit audit = new Audit(account);
        return new Finding(
                account.wallet().version(),
                audit.of(wallet).or(() -> wallet.isOpen() ? rows(account, audit) : Optional.empty()));
    }

    private static Optional<Difference> add(Account account, String text) {
        Entry entry;
        try {
            entry = Entry.parse(text);
        } catch (RuntimeException e) {
            return Optional.of(new Difference("entry " + (account.wallet().version() + 1) + ": it cannot be read"));
        }
        return account.add(entry);
    }

    private Optional<Difference> rows(Account account, Audit audit) {
        List<Row> rows = new ArrayList<>();
        account.lots().values().forEach(said -> rows.add(row(audit, said)));
        account.redemptions().forEach((id, said) -> rows.add(row(audit, id, said)));
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<Row> batch = rows.subList(from, Math.min(rows.size(), from + BATCH));
            Snapshot found = store.read(batch.stream().map(Row::key).toList());
            Optional<Difference> difference = batch.stream()
                    .flatMap(row -> row.check().of(found).stream())
                    .findFirst();
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    /** Where a row is, and how it is held against the ledger. */
    private record Row(Key<?> key, Check check) {}

    private interface Check {
        Optional<Difference> of(Snapshot found);
    }

    private Row row(Audit audit, IssuedLot said) {
        return switch (said.id().kind()) {
            case REWARD -> {
                var key = store.rewards().key(said.id().id());
                yield new Row(key, found -> audit.of(said, found.get(key)));
            }
            case POINT -> {
                var key = store.pointGrants().key(said.id().id());
                yield new Row(key, found -> audit.ofPoints(said, found.get(key)));
            }
        };
    }

    private Row row(Audit audit, long id, RecordedRedemption said) {
        var key = store.redemptions().key(id);
        return new Row(key, found -> audit.of(id, said, found.get(key)));
    }
}
