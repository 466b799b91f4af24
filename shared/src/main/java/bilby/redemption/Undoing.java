package bilby.redemption;

import bilby.money.Money;
import bilby.setting.ExpiredValue;
import bilby.time.Validity;
import bilby.time.WallClock;
import bilby.wallet.DefinitionRef;
import bilby.wallet.GiveBack;
import bilby.wallet.Lot;
import bilby.wallet.LotId;
import bilby.wallet.LotKind;
import bilby.wallet.Span;
import bilby.wallet.Spending;
import bilby.wallet.Wallet;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where the value of a redemption goes that is returned or reversed: back to the lots that it was taken from, with the
 * expiry they have now; and what no longer has a lot, because it expired or was deleted meanwhile, by the setting
 * {@code returns.expired_value} (docs/api.md §5).
 *
 * @param toLots what goes back to where it came from
 * @param graces what comes back as something new
 * @param forfeited the dollars that come back to nobody
 */
public record Undoing(List<GiveBack.Part> toLots, List<Grace> graces, Money forfeited) {

    /** A new reward or grant of points for what had no lot any more, one for each definition. */
    public record Grace(LotId lot, DefinitionRef definition, ZoneId zone, long hundredths, Money dollars, Span span) {}

    /** What comes back, lot by lot, the new ones last. */
    public List<GiveBack.Part> parts() {
        return Stream.concat(
                        toLots.stream(),
                        graces.stream()
                                .map(grace -> new GiveBack.Part(
                                        grace.lot(),
                                        grace.hundredths(),
                                        grace.dollars(),
                                        grace.span(),
                                        Optional.of(grace.definition()))))
                .toList();
    }

    /** What of a redemption has no lot to go back to. */
    private record Lapsed(Origin origin, Spending.Share share) {}

    /**
     * Works it out.
     *
     * @param origins of all shares whose lot cannot be spent now; a share without one is forfeited
     * @param newLot makes the id of a lot that the wallet has not, another each time
     */
    public static Undoing of(
            List<Spending.Share> shares,
            Map<LotId, Origin> origins,
            Wallet wallet,
            Instant now,
            ExpiredValue rule,
            Function<LotKind, LotId> newLot) {
        List<GiveBack.Part> toLots = new ArrayList<>();
        Map<Long, List<Lapsed>> rewards = new LinkedHashMap<>();
        Map<Long, List<Lapsed>> points = new LinkedHashMap<>();
        Money forfeited = Money.ZERO;
        for (Spending.Share share : shares) {
            Optional<Origin> origin = Optional.ofNullable(origins.get(share.lot()));
            Optional<Span> span = livingSpan(share.lot(), origin, wallet, now);
            if (span.isPresent()) {
                toLots.add(new GiveBack.Part(
                        share.lot(), share.hundredths(), share.dollars(), span.get(), Optional.empty()));
            } else if (rule instanceof ExpiredValue.Grace
                    && origin.filter(found -> !found.isGrace()).isPresent()) {
                Lapsed lapsed = new Lapsed(origin.get(), share);
                (share.lot().kind() == LotKind.REWARD ? rewards : points)
                        .computeIfAbsent(origin.get().definition().id(), id -> new ArrayList<>())
                        .add(lapsed);
            } else {
                forfeited = forfeited.plus(share.dollars());
            }
        }
        List<Grace> graces = rule instanceof ExpiredValue.Grace(int days)
                ? Stream.of(rewards, points)
                        .map(Map::values)
                        .flatMap(Collection::stream)
                        .map(lapsed -> grace(lapsed, now, days, newLot))
                        .toList()
                : List.of();
        return new Undoing(List.copyOf(toLots), graces, forfeited);
    }

    /** The span of a lot to which value can go back; none if it has expired or was deleted. */
    private static Optional<Span> livingSpan(LotId id, Optional<Origin> origin, Wallet wallet, Instant now) {
        return wallet.lot(id)
                .map(Lot::span)
                .or(() -> origin.filter(found -> !found.isDeleted()).map(Origin::span))
                .filter(span -> !span.isExpired(now));
    }

    private static Grace grace(List<Lapsed> lapsed, Instant now, int days, Function<LotKind, LotId> newLot) {
        Origin first = lapsed.getFirst().origin();
        DefinitionRef newest = lapsed.stream()
                .map(each -> each.origin().definition())
                .max(Comparator.comparingLong(DefinitionRef::version))
                .orElseThrow();
        LocalDateTime today = WallClock.local(now, first.zone());
        LocalDateTime last = new Validity.Lasting(days, ChronoUnit.DAYS).expiry(today);
        return new Grace(
                newLot.apply(first.lot().kind()),
                newest,
                first.zone(),
                lapsed.stream().mapToLong(each -> each.share().hundredths()).sum(),
                lapsed.stream().map(each -> each.share().dollars()).reduce(Money.ZERO, Money::plus),
                Span.of(now, WallClock.instant(last, first.zone())));
    }
}
