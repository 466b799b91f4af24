package bilby.simulation;

import bilby.simulation.State.Burn;
import bilby.simulation.State.Lot;
import bilby.simulation.State.Redemption;
import bilby.wallet.LotId;
import bilby.wallet.LotKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one member's request must come to, if it comes when the member owns just this: the reference that the product is
 * held against. It is written from docs/api.md, in loops over lists, and shares nothing with the product but the names of
 * lots. All its times are UTC.
 *
 * @param before what the member owns
 * @param now when the request takes effect
 * @param extendable the one reward definition whose rewards may be extended
 * @param newId the id of whatever is made
 * @param named the lots of its entry, as far as they are known: only they tell the ids of what a return makes besides, and
 *     which of the expired lots a sweep takes
 */
record Model(State before, Instant now, Rules rules, long extendable, long newId, List<LotId> named) {

    /** How long a reward lasts whose issue does not say. */
    static final int USUAL_DAYS = 30;

    /**
     * A movement.
     *
     * @param lines what its entry must say, lot by lot
     * @param facts what its answer must say
     */
    record Moved(State after, List<String> lines, List<String> facts) {}

    /** What moves; nothing if the request is refused. */
    Optional<Moved> apply(Command command) {
        if (!before.isOpen()) {
            return Optional.empty();
        }
        return switch (command) {
            case Command.IssueReward issue -> {
                Instant from = issue.issued().orElse(now);
                Instant end = issue.expires().orElse(lastSecond(from, USUAL_DAYS));
                yield issue(LotId.reward(newId), issue.definition(), issue.cents(), from, Optional.of(end));
            }
            case Command.IssuePoints issue ->
                issue(LotId.points(newId), 1, issue.hundredths(), issue.issued().orElse(now), issue.expires());
            case Command.Redeem redeem ->
                redeem(redeem.cents(), redeem.strategies(), redeem.strict().orElse(rules.strict()));
            case Command.Return undo ->
                before.redemption(undo.redemption()).flatMap(of -> undo(of, undo.cents(), false));
            case Command.Reverse undo ->
                before.redemption(undo.redemption())
                        .filter(of -> !now.isAfter(of.at().plus(Duration.ofMinutes(rules.window()))))
                        .flatMap(of -> undo(of, Optional.empty(), true));
            case Command.Extend extend -> extend(extend.rewards(), extend.days());
            case Command.Adjust adjust -> before.lot(adjust.lot()).flatMap(lot -> adjust(lot, adjust));
            case Command.Delete delete ->
                before.lot(LotId.reward(delete.reward())).flatMap(this::delete);
            case Command.Close close -> close(close.isForced());
            case Command.Sweep _ -> sweep();
            case Command.ReadBalances _ -> Optional.of(new Moved(before, List.of(), balances(before)));
            case Command.Sell _, Command.ChangeSale _, Command.DeleteSale _, Command.Set _ ->
                throw new IllegalArgumentException("not of the wallet alone: " + command);
        };
    }

    private Moved moved(State after, List<String> lines, List<String> facts) {
        return new Moved(after.moved(now), lines, facts);
    }

    private Optional<Moved> issue(LotId id, long definition, long value, Instant issued, Optional<Instant> expires) {
        if (expires.isPresent() && expires.get().isBefore(issued)) {
            return Optional.empty();
        }
        Lot lot = new Lot(id, definition, issued, expires, value, false, false, false, false);
        return Optional.of(
                moved(before.with(lot), List.of(line(lot, value, value) + " @" + lot.span()), lotFacts(lot)));
    }

    private Optional<Moved> redeem(long cents, List<LotKind> strategies, boolean isStrict) {
        State after = before;
        List<String> lines = new ArrayList<>();
        List<Burn> burns = new ArrayList<>();
        long left = cents;
        for (LotKind kind : strategies) {
            List<Lot> lots = after.spendable(kind, now);
            long most = after.balance(kind, now);
            long dollars = Math.min(left, kind == LotKind.REWARD ? most : worth(most, rules.rate()));
            long wanted = kind == LotKind.REWARD ? dollars : cost(dollars, rules.rate());
            long taken = 0;
            long told = 0;
            for (Lot lot : lots) {
                long part = Math.min(wanted - taken, lot.remaining());
                if (part > 0) {
                    taken += part;
                    long upToHere = kind == LotKind.REWARD ? taken : Math.min(dollars, worth(taken, rules.rate()));
                    Burn burn = new Burn(lot.id(), part, upToHere - told);
                    told = upToHere;
                    burns.add(burn);
                    lines.add(line(lot, -part, lot.remaining() - part) + dollars(burn));
                    after = after.with(lot.holding(lot.remaining() - part));
                }
            }
            left -= told;
        }
        if (burns.isEmpty() || (isStrict && left > 0)) {
            return Optional.empty();
        }
        after = after.with(new Redemption(newId, now, rules.rate(), burns, 0, false, false));
        return Optional.of(moved(after, lines, undoneFacts(cents - left, 0, burns, after)));
    }

    /** A return of b after a redemption of a leaves what a redemption of a − b would have left. */
    private Optional<Moved> undo(Redemption of, Optional<Long> asked, boolean byReversal) {
        long left = of.total() - of.returned();
        long amount = asked.orElse(left);
        if (of.isUndoing() || of.isReversed() || left == 0 || amount > left) {
            return Optional.empty();
        }
        State after = before;
        List<String> lines = new ArrayList<>();
        List<Burn> back = new ArrayList<>();
        Map<String, List<Burn>> lapsed = new LinkedHashMap<>();
        long forfeited = 0;
        for (Burn burn : difference(first(of, left), first(of, left - amount))) {
            Lot lot = before.lot(burn.lot()).orElseThrow();
            if (!lot.isDeleted() && !lot.isExpired(now)) {
                long held = lot.inWallet() + burn.hundredths();
                lines.add(line(lot, burn.hundredths(), held)
                        + dollars(burn)
                        + (lot.inWallet() == 0 ? " @" + lot.span() : ""));
                back.add(burn);
                after = after.with(lot.holding(held));
            } else if (rules.graceDays() > 0 && !lot.isGrace()) {
                lapsed.computeIfAbsent(lot.id().kind() + " " + lot.definition(), _ -> new ArrayList<>())
                        .add(burn);
            } else {
                forfeited += burn.cents();
            }
        }
        // A grace for each definition, those of rewards before those of points.
        List<List<Burn>> groups = new ArrayList<>(lapsed.values());
        groups.sort((one, other) ->
                one.getFirst().lot().kind().compareTo(other.getFirst().lot().kind()));
        List<LotId> graces =
                named.stream().filter(lot -> before.lot(lot).isEmpty()).toList();
        for (int i = 0; i < groups.size(); i++) {
            List<Burn> group = groups.get(i);
            Lot first = before.lot(group.getFirst().lot()).orElseThrow();
            LotId id = i < graces.size() ? graces.get(i) : new LotId(first.id().kind(), -1 - i);
            Burn sum = new Burn(
                    id,
                    group.stream().mapToLong(Burn::hundredths).sum(),
                    group.stream().mapToLong(Burn::cents).sum());
            Lot grace = new Lot(
                    id,
                    first.definition(),
                    now,
                    Optional.of(lastSecond(now, rules.graceDays())),
                    sum.hundredths(),
                    false,
                    false,
                    false,
                    true);
            lines.add(line(grace, sum.hundredths(), sum.hundredths()) + dollars(sum) + " @" + grace.span());
            back.add(sum);
            after = after.with(grace);
        }
        after = after.with(of.returned(amount, byReversal))
                .with(new Redemption(newId, now, rules.rate(), back, 0, false, true));
        return Optional.of(moved(after, lines, undoneFacts(amount, forfeited, back, after)));
    }

    /** What the redemption would have taken, lot by lot, had it been of so many cents. All points together are rounded once. */
    private static List<Burn> first(Redemption of, long cents) {
        long left = cents;
        long pointCents = of.burns().stream()
                .filter(burn -> isPoints(burn))
                .mapToLong(Burn::cents)
                .sum();
        Optional<Long> wanted = Optional.empty();
        long taken = 0;
        List<Burn> burns = new ArrayList<>();
        for (Burn burn : of.burns()) {
            if (isPoints(burn)) {
                if (wanted.isEmpty()) {
                    wanted = Optional.of(cost(Math.min(left, pointCents), of.rate()));
                    left -= Math.min(left, pointCents);
                }
                long part = Math.min(wanted.get() - taken, burn.hundredths());
                burns.add(new Burn(burn.lot(), part, worth(taken + part, of.rate()) - worth(taken, of.rate())));
                taken += part;
            } else {
                long part = Math.min(left, burn.cents());
                burns.add(new Burn(burn.lot(), part, part));
                left -= part;
            }
        }
        return burns;
    }

    private static boolean isPoints(Burn burn) {
        return burn.lot().kind() == LotKind.POINT;
    }

    private static List<Burn> difference(List<Burn> more, List<Burn> less) {
        List<Burn> burns = new ArrayList<>();
        for (int i = 0; i < more.size(); i++) {
            Burn burn = more.get(i);
            long hundredths = burn.hundredths() - less.get(i).hundredths();
            if (hundredths > 0) {
                burns.add(new Burn(
                        burn.lot(), hundredths, burn.cents() - less.get(i).cents()));
            }
        }
        return burns;
    }

    private Optional<Moved> extend(List<Long> rewards, int days) {
        State after = before;
        List<String> lines = new ArrayList<>();
        List<String> facts = new ArrayList<>();
        for (long id : rewards) {
            Optional<Lot> found = before.lot(LotId.reward(id))
                    .filter(lot -> lot.definition() == extendable && !lot.isExtended() && !lot.isDeleted())
                    .filter(lot -> lot.isActive(now));
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Lot lot = found.get()
                    .until(found.get().expires().map(end -> end.plus(Duration.ofDays(days))))
                    .extended();
            lines.add(line(lot, 0, lot.remaining()) + " @" + lot.span());
            after = after.with(lot);
            facts.addAll(lotFacts(lot));
        }
        return Optional.of(moved(after, lines, facts));
    }

    private Optional<Moved> adjust(Lot lot, Command.Adjust to) {
        Optional<Instant> expires = to.expires().or(lot::expires);
        if (lot.isDeleted()
                || to.version().filter(seen -> seen != before.version()).isPresent()
                || expires.filter(end -> end.isBefore(lot.issued())).isPresent()) {
            return Optional.empty();
        }
        // What expired opens again with what it held, whether or not the sweep has been by.
        Lot after = lot.until(expires).holding(to.remaining().orElse(lot.remaining()));
        return Optional.of(moved(
                before.with(after),
                List.of(line(lot, after.remaining() - lot.inWallet(), after.remaining()) + " @" + after.span()),
                lotFacts(after)));
    }

    private Optional<Moved> delete(Lot lot) {
        return lot.isDeleted()
                ? Optional.empty()
                : Optional.of(moved(before.with(lot.deleted()), List.of(line(lot, -lot.inWallet(), 0)), List.of()));
    }

    private Optional<Moved> close(boolean isForced) {
        List<Lot> lots = before.wallet();
        return !isForced && lots.stream().anyMatch(lot -> !lot.isExpired(now))
                ? Optional.empty()
                : Optional.of(moved(
                        before.closed(),
                        lots.stream().map(lot -> line(lot, -lot.remaining(), 0)).toList(),
                        List.of()));
    }

    /**
     * A movement of a buyer's points.
     *
     * @param sale the sale after it
     */
    record Posted(State after, List<String> lines, Earned.Sold sale) {}

    /** What a change of a sale moves, which is as it is by now but for what it has given; nothing if it can move nothing. */
    Optional<Posted> post(Earned.Sold sale) {
        if (!before.isOpen()) {
            return Optional.empty();
        }
        long more = sale.due() - sale.given();
        Optional<Lot> grant = sale.grant().flatMap(before::lot);
        if (more > 0) {
            Lot lot = grant.orElseGet(
                    () -> new Lot(LotId.points(newId), 1, now, Optional.empty(), 0, false, false, false, false));
            Lot after = lot.holding(lot.remaining() + more);
            return Optional.of(new Posted(
                    before.with(after).moved(now),
                    List.of(line(after, after.remaining() - lot.inWallet(), after.remaining()) + " @" + after.span()),
                    sale.gave(more, Optional.of(lot.id()))));
        }
        State after = before;
        List<String> lines = new ArrayList<>();
        long left = -more;
        for (Lot lot : Stream.concat(grant.stream(), after.spendable(LotKind.POINT, now).stream())
                .distinct()
                .toList()) {
            long taken = Math.min(left, lot.remaining());
            if (taken > 0) {
                boolean isGrant = grant.equals(Optional.of(lot));
                long held = lot.remaining() - taken;
                lines.add(line(lot, held - lot.inWallet(), held) + (isGrant ? " @" + lot.span() : ""));
                after = after.with(lot.holding(held));
                left -= taken;
            }
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Posted(after.moved(now), lines, sale.gave(more + left, sale.grant())));
    }

    /** No answer depends on it: an expired lot keeps what it held. */
    private Optional<Moved> sweep() {
        List<Lot> expired = before.wallet().stream()
                .filter(lot -> lot.isExpired(now) && named.contains(lot.id()))
                .toList();
        State after = before;
        for (Lot lot : expired) {
            after = after.with(lot.recorded());
        }
        return expired.isEmpty()
                ? Optional.empty()
                : Optional.of(moved(
                        after,
                        expired.stream()
                                .map(lot -> line(lot, -lot.remaining(), 0) + " @" + lot.span())
                                .toList(),
                        List.of()));
    }

    /** What points are worth, in cents, rounded down. */
    static long worth(long hundredths, BigDecimal rate) {
        return rate.multiply(BigDecimal.valueOf(hundredths))
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }

    /** What cents cost, in hundredths of points, rounded up. */
    static long cost(long cents, BigDecimal rate) {
        return BigDecimal.valueOf(cents).divide(rate, 0, RoundingMode.CEILING).longValueExact();
    }

    private static Instant lastSecond(Instant from, int days) {
        return from.atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(days)
                .atTime(LocalTime.of(23, 59, 59))
                .toInstant(ZoneOffset.UTC);
    }

    private static String line(Lot lot, long change, long remaining) {
        return lot.id() + (change > 0 ? " +" : " ") + change + " " + remaining;
    }

    private static String dollars(Burn burn) {
        return isPoints(burn) ? " =" + burn.cents() : "";
    }

    private List<String> lotFacts(Lot lot) {
        return List.of(
                "remaining " + lot.remaining(),
                "active " + lot.isActive(now),
                "expires " + lot.expires().map(Instant::toString).orElse("never"));
    }

    private List<String> undoneFacts(long total, long forfeited, List<Burn> burns, State after) {
        List<String> facts = new ArrayList<>(List.of("total " + total, "forfeited " + forfeited));
        burns.forEach(burn -> facts.add("item " + burn.cents() + " " + (isPoints(burn) ? burn.hundredths() : 100)));
        facts.addAll(balances(after));
        return facts;
    }

    private List<String> balances(State state) {
        long points = state.balance(LotKind.POINT, now);
        return List.of(
                "rewards " + state.balance(LotKind.REWARD, now),
                "points " + points,
                "dollars " + worth(points, rules.rate()));
    }
}
