package bilby.audit;

import bilby.wallet.Action;
import bilby.wallet.Entry;
import bilby.wallet.Hash;
import bilby.wallet.Line;
import bilby.wallet.LotId;
import bilby.wallet.ProfileId;
import bilby.wallet.Subject;
import bilby.wallet.Wallet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that the ledger says of one profile: the wallet, what was ever issued, and what was redeemed and given back. Entries
 * are added in their order; after the first that is not what must follow, no more can be.
 */
public final class Account {

    private Wallet wallet;
    private final Map<LotId, IssuedLot> lots = new LinkedHashMap<>();
    private final Map<Long, RecordedRedemption> redemptions = new LinkedHashMap<>();

    public Account(ProfileId profileId) {
        wallet = Wallet.empty(profileId);
    }

    /** The fold of the entries so far. */
    public Wallet wallet() {
        return wallet;
    }

    /** All that was ever issued, in the order of issue. */
    public Map<LotId, IssuedLot> lots() {
        return Map.copyOf(lots);
    }

    /** All redemptions, returns and reversals, by their ids. */
    public Map<Long, RecordedRedemption> redemptions() {
        return Map.copyOf(redemptions);
    }

    /** Adds the next entry; what is wrong with it, if anything is. */
    public Optional<Difference> add(Entry entry) {
        Wallet before = wallet;
        Optional<String> wrong = wrong(before, entry);
        if (wrong.isPresent()) {
            return wrong.map(what -> new Difference("entry " + (before.version() + 1) + ": " + what));
        }
        try {
            wallet = before.after(entry);
        } catch (IllegalArgumentException e) {
            return Optional.of(new Difference("entry " + entry.version() + ": " + e.getMessage()));
        }
        if (!entry.balances().equals(wallet.balances(entry.at()))) {
            return Optional.of(new Difference(
                    "entry " + entry.version() + ": its balances are not what the wallet held after it"));
        }
        entry.lines().forEach(line -> lots.put(line.lot(), lotAfter(before, line, entry)));
        record(entry);
        return Optional.empty();
    }

    private static Optional<String> wrong(Wallet before, Entry entry) {
        if (entry.version() != before.version() + 1) {
            return Optional.of("it is missing");
        }
        if (!entry.previous().equals(before.head())) {
            return Optional.of("the hash of the entry before it is not " + entry.previous());
        }
        if (!before.isOpen()) {
            return Optional.of("it follows the closing of the wallet");
        }
        return entry.at().isBefore(before.lastEntryAt())
                ? Optional.of("it is earlier than the entry before it")
                : Optional.empty();
    }

    private IssuedLot lotAfter(Wallet before, Line line, Entry entry) {
        Optional<IssuedLot> known = Optional.ofNullable(lots.get(line.lot()));
        return known.map(lot -> lot.after(line, entry))
                .orElseGet(() -> IssuedLot.first(line, entry, before.profileId()));
    }

    private void record(Entry entry) {
        switch (entry.subject()) {
            case Subject.OfRedemption(long id)
            when entry.action() == Action.REDEEM -> redemptions.put(id, RecordedRedemption.of(entry));
            case Subject.OfUndoing undoing -> {
                redemptions.put(undoing.id(), RecordedRedemption.of(entry, undoing));
                redemptions.computeIfPresent(
                        undoing.redemptionId(), (id, redemption) -> redemption.undone(undoing, entry.action()));
            }
            default -> {}
        }
    }

    /** The hash that the last entry must have. */
    public Hash head() {
        return wallet.head();
    }
}
