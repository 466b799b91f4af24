package bilby.simulation;

import static java.util.Objects.requireNonNull;

import bilby.audit.Account;
import bilby.audit.Audit;
import bilby.audit.Difference;
import bilby.audit.IssuedLot;
import bilby.store.Store;
import bilby.wallet.Entry;
import bilby.wallet.Line;
import bilby.wallet.LotId;
import bilby.wallet.ProfileId;
import bilby.wallet.Subject;
import bilby.wallet.Wallet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** One member's entries, one after the other, and the laws that need no model: they follow from the entries' lines alone. */
final class Book {

    private static final class Sum {
        private long hundredths;
        private Instant issued = Instant.MAX;
        private Instant expires = Instant.MIN;
    }

    private final Store store;
    private final Account account;
    private final Map<LotId, Sum> lots = new HashMap<>();
    private String head;

    Book(Store store, ProfileId member) {
        this.store = store;
        account = new Account(member);
        head = sha256("wallet " + member);
    }

    /** Adds the entry that is stored next. */
    void add(Entry entry) {
        Law.FOLD.equal(head, entry.previous().hex(), "the hash before entry ", entry.version());
        head = sha256(entry.text());
        entry.lines().forEach(line -> add(entry, line));
        agree(account.add(entry.text()));
    }

    private void add(Entry entry, Line line) {
        Sum lot = lots.computeIfAbsent(line.lot(), _ -> new Sum());
        switch (entry.action()) {
            case REDEEM ->
                Law.SPENT_ONCE.require(
                        line.change() < 0
                                && !entry.at().isBefore(lot.issued)
                                && !entry.at().isAfter(lot.expires),
                        entry);
            case EXPIRE -> Law.BALANCE.require(entry.at().isAfter(lot.expires), entry);
            default -> {}
        }
        boolean isNew = lot.issued.equals(Instant.MAX);
        line.span().ifPresent(span -> {
            Instant expires = span.expiresAt().orElse(Instant.MAX);
            boolean mayLengthen = switch (entry.action()) {
                case EXTEND, ADJUST -> true;
                default -> isNew;
            };
            Law.LIFE.require(mayLengthen || !expires.isAfter(lot.expires), entry);
            lot.issued = span.issuedAt();
            lot.expires = expires;
        });
        lot.hundredths += line.change();
        Law.CONSERVATION.equal(lot.hundredths, line.remaining(), "what remains by ", line);
        Law.SPENT_ONCE.require(lot.hundredths >= 0, entry);
    }

    /** The wallet that is stored after the last entry, against all entries. */
    void check(Wallet wallet) {
        Map<LotId, Long> held = new HashMap<>();
        wallet.lots().forEach(lot -> held.put(lot.id(), lot.remaining()));
        Map<LotId, Long> said = new HashMap<>();
        lots.forEach((id, lot) -> {
            if (lot.hundredths > 0) {
                said.put(id, lot.hundredths);
            }
        });
        Law.CONSERVATION.equal(said, held, "what the wallet holds");
        agree(new Audit(account).of(wallet));
    }

    /** The rows that an entry touched, against all entries. */
    void checkRows(Entry entry) {
        Audit audit = new Audit(account);
        for (Line line : entry.lines()) {
            IssuedLot said = requireNonNull(account.lots().get(line.lot()));
            long id = line.lot().id();
            agree(
                    line.isReward()
                            ? audit.of(said, store.get(store.rewards().key(id)))
                            : audit.ofPoints(said, store.get(store.pointGrants().key(id))));
        }
        switch (entry.subject()) {
            case Subject.OfRedemption(long id) -> checkRedemption(audit, id);
            case Subject.OfUndoing undoing -> {
                checkRedemption(audit, undoing.id());
                checkRedemption(audit, undoing.redemptionId());
            }
            default -> {}
        }
    }

    private void checkRedemption(Audit audit, long id) {
        agree(audit.of(
                id,
                requireNonNull(account.redemptions().get(id)),
                store.get(store.redemptions().key(id))));
    }

    private static void agree(Optional<Difference> difference) {
        Law.FOLD.equal(Optional.empty(), difference, "the difference");
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
