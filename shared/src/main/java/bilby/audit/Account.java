package bilby.audit;

import bilby.wallet.Action;
import bilby.wallet.Entry;
import bilby.wallet.Line;
import bilby.wallet.Lot;
import bilby.wallet.LotId;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that the ledger says of one profile: the wallet, what was ever issued, and what was redeemed and given back. Entries
 * are added in their order; after the first that is not what must follow, no more can be.
 */
public final class Account {

    private Wallet wallet;
    private final Map<LotId, IssuedLot> lots = new LinkedHashMap<>();
    private final Redeemed redeemed = new Redeemed();

    public Account(ProfileId profileId) {
        wallet = Wallet.empty(profileId);
    }

    /** The fold of the entries so far. */
    public Wallet wallet() {
        return wallet;
    }

    /** All that was ever issued, in the order of issue. */
    public Map<LotId, IssuedLot> lots() {
        return Collections.unmodifiableMap(lots);
    }

    /** All redemptions, returns and reversals by their ids, in their order. */
    public Map<Long, RecordedRedemption> redemptions() {
        return redeemed.recorded();
    }

    /** Adds the next entry, as it is stored; what is wrong with it, if anything is. */
    public Optional<Difference> add(String text) {
        Entry entry;
        try {
            entry = Entry.parse(text);
        } catch (RuntimeException e) {
            return Optional.of(new Difference("entry " + (wallet.version() + 1) + ": it cannot be read"));
        }
        return add(entry);
    }

    private Optional<Difference> add(Entry entry) {
        String name = "entry " + (wallet.version() + 1) + ": ";
        try {
            return wrong(wallet, entry).or(() -> follow(entry)).map(what -> new Difference(name + what));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.of(new Difference(name + e.getMessage()));
        }
    }

    private Optional<String> follow(Entry entry) {
        Wallet before = wallet;
        Wallet after = before.after(entry);
        if (!entry.balances().equals(after.balances(entry.at()))) {
            return Optional.of("its balances are not what the wallet held after it");
        }
        entry.lines().forEach(line -> lotAfter(before, line, entry).ifPresent(lot -> lots.put(line.lot(), lot)));
        redeemed.add(entry);
        wallet = after;
        return Optional.empty();
    }

    private Optional<String> wrong(Wallet before, Entry entry) {
        if (entry.version() != before.version() + 1) {
            return Optional.of("it is missing");
        }
        if (!entry.previous().equals(before.head())) {
            return Optional.of("the hash of the entry before it is not " + entry.previous());
        }
        if (!before.isOpen()) {
            return Optional.of("it follows the closing of the wallet");
        }
        if (entry.at().isBefore(before.lastEntryAt())) {
            return Optional.of("it is earlier than the entry before it");
        }
        Map<LotId, Lot> open = before.lots().stream().collect(Collectors.toMap(Lot::id, Function.identity()));
        return entry.lines().stream()
                .flatMap(line -> wrong(Optional.ofNullable(open.get(line.lot())), entry, line).stream())
                .findFirst()
                .or(() -> redeemed.wrong(entry, lots));
    }

    private Optional<String> wrong(Optional<Lot> open, Entry entry, Line line) {
        if (line.remaining() < 0) {
            return Optional.of("it leaves less than nothing of " + line.lot());
        }
        if (!isSigned(entry.action(), line.change())) {
            return Optional.of("its line of " + line.lot() + " goes the wrong way");
        }
        return switch (entry.action()) {
            case REDEEM ->
                open.filter(lot -> lot.isActive(entry.at())).isPresent()
                        ? Optional.empty()
                        : Optional.of("it spends " + line.lot() + ", which could not be spent then");
            case EXPIRE ->
                open.filter(lot -> lot.isExpired(entry.at())).isPresent()
                        ? Optional.empty()
                        : Optional.of("it records the expiry of " + line.lot() + ", which had not expired then");
            case ISSUE ->
                lots.containsKey(line.lot()) ? Optional.of("it issues " + line.lot() + " again") : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Whether an action adds what it can only add, and takes what it can only take. */
    private static boolean isSigned(Action action, long change) {
        return switch (action) {
            case ISSUE -> change >= 0;
            case RETURN, REVERSAL -> change > 0;
            case REDEEM, EXPIRE -> change < 0;
            case DELETE -> change <= 0;
            case EXTEND -> change == 0;
            case ADJUST -> true;
        };
    }

    /** What is known of a lot after a line; nothing where the line deletes what was never issued. */
    private Optional<IssuedLot> lotAfter(Wallet before, Line line, Entry entry) {
        return Optional.ofNullable(lots.get(line.lot()))
                .map(lot -> lot.after(line, entry))
                .or(() -> line.span().map(span -> IssuedLot.first(line, span, entry, before.profileId())));
    }
}
