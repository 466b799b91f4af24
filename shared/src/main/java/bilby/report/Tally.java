package bilby.report;

import bilby.wallet.Entry;
import bilby.wallet.Line;
import bilby.wallet.Lot;
import bilby.wallet.LotId;
import bilby.wallet.LotKind;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far one member's ledger has been counted: the fold of the entries that have been, and what of them is still to be added
 * to the figures. Its next state is committed together with what is added, over its version: so each entry counts once,
 * however often and in whatever order it is told.
 *
 * @param version 1, 2, 3… with each commit; 0 where there was none
 * @param wallet the fold of the entries that have been counted
 * @param zone whose days the lots of the wallet have been counted in
 * @param pending what of them is still to be added
 */
public record Tally(ProfileId profileId, long version, Wallet wallet, ZoneId zone, Map<Figure, Long> pending) {

    public Tally {
        pending = Map.copyOf(pending);
    }

    /** That of a member of whom nothing has been counted. */
    public static Tally none(ProfileId profileId, ZoneId zone) {
        return new Tally(profileId, 0, Wallet.empty(profileId), zone, Map.of());
    }

    /**
     * The tally once the ledger's next entries have been counted; all that they add is pending.
     *
     * @param today the zone whose days figures are counted in by now
     * @throws IllegalArgumentException if an entry does not follow
     */
    public Tally after(List<Entry> entries, ZoneId today) {
        Sums sums = new Sums();
        pending.forEach(sums::add);
        outstanding(wallet, zone, -1, sums);
        Wallet folded = wallet;
        for (Entry entry : entries) {
            count(entry, folded, today, sums);
            folded = folded.after(entry);
        }
        outstanding(folded, today, 1, sums);
        return new Tally(profileId, version + 1, folded, today, sums.all());
    }

    /** The tally once so much of what is pending has been added. */
    public Tally added(Set<Figure> figures) {
        Map<Figure, Long> left = new HashMap<>(pending);
        left.keySet().removeAll(figures);
        return new Tally(profileId, version, wallet, zone, left);
    }

    /** The next state, in which nothing more has been counted. */
    public Tally next() {
        return new Tally(profileId, version + 1, wallet, zone, pending);
    }

    private static void outstanding(Wallet wallet, ZoneId zone, int sign, Sums sums) {
        for (Lot lot : wallet.lots()) {
            Optional<LocalDate> day = lot.span().expiresAt().map(at -> LocalDate.ofInstant(at, zone));
            LotKind kind = lot.id().kind();
            sums.add(new Figure.Outstanding(kind, day, Measure.COUNT), sign);
            sums.add(new Figure.Outstanding(kind, day, Measure.AMOUNT), sign * lot.remaining());
        }
    }

    private static void count(Entry entry, Wallet before, ZoneId zone, Sums sums) {
        Map<LotId, Lot> open = new HashMap<>();
        before.lots().forEach(lot -> open.put(lot.id(), lot));
        Set<LotKind> kinds = new HashSet<>();
        for (Line line : entry.lines()) {
            LotKind kind = line.lot().kind();
            boolean isFirst = kinds.add(kind);
            Optional<Instant> expired = expired(entry, line, Optional.ofNullable(open.get(line.lot())));
            Flow flow = expired.isPresent() ? Flow.EXPIRED : flow(entry);
            LocalDate day = LocalDate.ofInstant(expired.orElse(entry.at()), zone);
            sums.add(new Figure.Moved(kind, day, flow, Measure.COUNT), isPerEntry(flow) && !isFirst ? 0 : 1);
            sums.add(new Figure.Moved(kind, day, flow, Measure.AMOUNT), isTaken(flow) ? -line.change() : line.change());
            line.dollars()
                    .ifPresent(
                            dollars -> sums.add(new Figure.Moved(kind, day, flow, Measure.DOLLARS), dollars.cents()));
        }
    }

    /**
     * When a lot that the line closes expired, if it did. What is deleted with its member after that counts as expired too: that
     * no sweep has come by makes no difference.
     */
    private static Optional<Instant> expired(Entry entry, Line line, Optional<Lot> before) {
        return switch (entry.action()) {
            case EXPIRE -> line.span().or(() -> before.map(Lot::span)).flatMap(span -> span.expiresAt());
            case DELETE ->
                before.filter(lot -> lot.isExpired(entry.at()))
                        .flatMap(lot -> lot.span().expiresAt());
            case ISSUE, ADJUST, EXTEND, REDEEM, REVERSAL, RETURN -> Optional.empty();
        };
    }

    private static Flow flow(Entry entry) {
        return switch (entry.action()) {
            case ISSUE -> Flow.ISSUED;
            case ADJUST -> Flow.ADJUSTED;
            case EXTEND -> Flow.EXTENDED;
            case REDEEM -> Flow.REDEEMED;
            case REVERSAL -> Flow.REVERSED;
            case RETURN -> Flow.RETURNED;
            case EXPIRE -> Flow.EXPIRED;
            case DELETE -> Flow.DELETED;
        };
    }

    /** Whether so many redemptions are counted, not so many rewards that they took from. */
    private static boolean isPerEntry(Flow flow) {
        return flow == Flow.REDEEMED || flow == Flow.RETURNED || flow == Flow.REVERSED;
    }

    private static boolean isTaken(Flow flow) {
        return flow == Flow.REDEEMED || flow == Flow.EXPIRED || flow == Flow.DELETED;
    }
}
