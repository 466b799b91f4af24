package bilby.audit;

import bilby.money.Money;
import bilby.wallet.Entry;
import bilby.wallet.Line;
import bilby.wallet.LotId;
import bilby.wallet.LotKind;
import bilby.wallet.Spending.Share;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a return or reversal gave back, held against the shares that were due: to each lot that lives its own share, with
 * the span that it has; and of those that live no more all as something new, or nothing.
 *
 * @param lots all that was issued before the entry
 */
record GivenBack(Entry entry, Map<LotId, IssuedLot> lots) {

    /** Of some shares: rewards and points each in hundredths, and all their dollars. */
    private record Sum(long rewards, long points, Money dollars) {

        static Sum of(Collection<Share> shares) {
            long rewards = 0;
            long points = 0;
            Money dollars = Money.ZERO;
            for (Share share : shares) {
                switch (share.lot().kind()) {
                    case LotKind.REWARD -> rewards = Math.addExact(rewards, share.hundredths());
                    case LotKind.POINT -> points = Math.addExact(points, share.hundredths());
                }
                dollars = dollars.plus(share.dollars());
            }
            return new Sum(rewards, points, dollars);
        }
    }

    /** The first that is not as it must be; each lot is due one share at most. */
    Optional<String> wrong(List<Share> due) {
        Map<LotId, Share> left = new LinkedHashMap<>();
        due.forEach(share -> left.put(share.lot(), share));
        List<Share> anew = new ArrayList<>();
        for (Line line : entry.lines()) {
            Share given = new Share(line.lot(), line.change(), line.value());
            Optional<IssuedLot> lot = known(line.lot());
            if (lot.isEmpty()) {
                anew.add(given);
            } else if (!given.equals(left.remove(line.lot()))) {
                return Optional.of("what it gives back to " + line.lot() + " is not what was taken from it last");
            } else if (!lot.get().lives(entry.at())) {
                return Optional.of("it gives back to " + line.lot() + ", which had expired or was deleted");
            } else if (line.span()
                    .filter(span -> !span.equals(lot.get().span()))
                    .isPresent()) {
                return Optional.of("it gives " + line.lot() + " another span");
            }
        }
        return left.keySet().stream()
                .filter(lot -> known(lot).filter(it -> it.lives(entry.at())).isPresent())
                .findFirst()
                .map(lot -> "it gives nothing back to " + lot)
                .or(() -> anew.isEmpty() || Sum.of(anew).equals(Sum.of(mayBeGraced(left.values())))
                        ? Optional.empty()
                        : Optional.of("what it gives back anew is not what had no lot any more"));
    }

    private Optional<IssuedLot> known(LotId id) {
        return Optional.ofNullable(lots.get(id));
    }

    /** A grace begets no grace. */
    private List<Share> mayBeGraced(Collection<Share> shares) {
        return shares.stream()
                .filter(share -> known(share.lot()).flatMap(IssuedLot::graceOf).isEmpty())
                .toList();
    }
}
