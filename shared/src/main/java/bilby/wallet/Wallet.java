package bilby.wallet;

import bilby.money.Money;
import bilby.money.Points;
import bilby.time.WallClock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one member owns: the fold of the ledger's entries, and the boundary of consistency. It is created open and empty
 * with its profile and closed with it, for ever.
 *
 * @param version the number of movements so far
 * @param head the hash of the last entry
 * @param lastEntryAt when the last entry was made; long ago if there is none
 * @param lots all that is left of all that was issued, expired lots included until their expiry is recorded, in the
 *     order in which they are spent
 */
public record Wallet(
        ProfileId profileId, long version, Hash head, Instant lastEntryAt, boolean isOpen, List<Lot> lots) {

    /** Issuing stops here, so that a wallet stays one item that one commit can write. */
    public static final int MOST_UNEXPIRED_LOTS = 2_000;

    /** With so many lots, expired ones included, the expiry of some is recorded before another lot is opened. */
    public static final int CROWD = 4_000;

    public Wallet {
        lots = lots.stream().sorted(Lot.SPENDING_ORDER).toList();
    }

    public static Wallet empty(ProfileId profileId) {
        return new Wallet(profileId, 0, Hash.beforeFirstEntryOf(profileId), Instant.EPOCH, true, List.of());
    }

    /** The time at which this wallet is read or moved: the clock's, to the second, but never before its last entry. */
    public Instant now(Instant clock) {
        Instant second = WallClock.toTheSecond(clock);
        return second.isBefore(lastEntryAt) ? lastEntryAt : second;
    }

    public Optional<Lot> lot(LotId id) {
        return lots.stream().filter(lot -> lot.id().equals(id)).findFirst();
    }

    /** What the lot holds, in hundredths; 0 if it is not open. */
    public long remaining(LotId id) {
        return lot(id).map(Lot::remaining).orElse(0L);
    }

    public Balances balances(Instant now) {
        return balances(lots, now);
    }

    private static Balances balances(Collection<Lot> lots, Instant now) {
        Money rewards = Money.ZERO;
        Points points = Points.ZERO;
        for (Lot lot : lots) {
            if (lot.isActive(now)) {
                switch (lot.id().kind()) {
                    case REWARD -> rewards = rewards.plus(lot.money());
                    case POINT -> points = points.plus(lot.points());
                }
            }
        }
        return new Balances(rewards, points);
    }

    /** The lots that have not expired, whether or not their issue is still to come. */
    public List<Lot> unexpired(Instant now) {
        return lots.stream().filter(lot -> !lot.isExpired(now)).toList();
    }

    /** The lots that have expired and are not recorded yet, the first to expire first. */
    public Stream<Lot> expired(Instant now) {
        return lots.stream().filter(lot -> lot.isExpired(now));
    }

    /** The lot, if it is open and has not expired. */
    public Optional<Lot> unexpired(LotId id, Instant now) {
        return lot(id).filter(lot -> !lot.isExpired(now));
    }

    /** Whether one more lot may be opened. What has expired takes no room, be its expiry recorded or not. */
    boolean hasRoom(Instant now) {
        return unexpired(now).size() < MOST_UNEXPIRED_LOTS;
    }

    public boolean isCrowded() {
        return lots.size() >= CROWD;
    }

    /** What can be spent now of one kind, in the order in which it is spent. */
    List<Lot> spendable(LotKind kind, Instant now) {
        return lots.stream()
                .filter(lot -> lot.id().kind() == kind && lot.isActive(now))
                .toList();
    }

    /** The movement that these lines make: its entry, the next in the chain, and the wallet after it. */
    Movement move(Action action, Subject subject, Optional<DefinitionRef> definition, List<Line> lines, Moment moment) {
        Collection<Lot> left = lotsAfter(lines);
        Entry entry = new Entry(
                profileId,
                version + 1,
                moment.now(),
                action,
                subject,
                moment.commit(),
                balances(left, moment.now()),
                moment.rate(),
                definition,
                moment.key(),
                head,
                lines);
        return new Movement(entry, after(entry, left));
    }

    /**
     * The wallet after its next entry: folding all entries from {@link #empty} on gives the wallet.
     *
     * @throws IllegalArgumentException if the entry does not follow this wallet
     */
    public Wallet after(Entry entry) {
        if (!entry.profileId().equals(profileId)
                || entry.version() != version + 1
                || !entry.previous().equals(head)) {
            throw new IllegalArgumentException("entry " + entry.version() + " of " + entry.profileId()
                    + " does not follow version " + version + " of " + profileId);
        }
        return after(entry, lotsAfter(entry.lines()));
    }

    private Wallet after(Entry entry, Collection<Lot> left) {
        boolean closes = entry.action() == Action.DELETE && entry.subject() instanceof Subject.OfWallet;
        return new Wallet(profileId, entry.version(), entry.hash(), entry.at(), isOpen && !closes, List.copyOf(left));
    }

    private Collection<Lot> lotsAfter(List<Line> lines) {
        Map<LotId, Lot> left = new LinkedHashMap<>();
        lots.forEach(lot -> left.put(lot.id(), lot));
        for (Line line : lines) {
            Optional<Lot> before = Optional.ofNullable(left.remove(line.lot()));
            if (before.map(Lot::remaining).orElse(0L) + line.change() != line.remaining()) {
                throw new IllegalArgumentException("the line " + line + " does not follow " + before);
            }
            if (line.remaining() > 0) {
                Span span = line.span()
                        .or(() -> before.map(Lot::span))
                        .orElseThrow(() -> new IllegalArgumentException("no span for " + line.lot()));
                left.put(line.lot(), new Lot(line.lot(), line.remaining(), span));
            }
        }
        return left.values();
    }
}
