package bilby.simulation;

import bilby.money.EarnRate;
import bilby.money.Points;
import bilby.sale.Sale;
import bilby.store.Store;
import bilby.wallet.LotId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What each sale has given, as the model keeps it. */
final class Earned {

    /**
     * A sale.
     *
     * @param rate the earn rate when it was first stored
     * @param given in hundredths of points, net of what was taken back
     */
    record Sold(BigDecimal rate, long cents, boolean isVoid, long given, Optional<LotId> grant) {

        long due() {
            return isVoid
                    ? 0
                    : Math.max(
                            0,
                            rate.multiply(BigDecimal.valueOf(cents))
                                    .setScale(0, RoundingMode.FLOOR)
                                    .longValueExact());
        }

        Sold gave(long hundredths, Optional<LotId> by) {
            return new Sold(rate, cents, isVoid, given + hundredths, by);
        }

        List<String> facts() {
            return List.of("earned " + Math.min(due(), given), "shortfall " + Math.max(0, given - due()));
        }
    }

    private final Store store;
    private final Map<Long, Sold> sales = new HashMap<>();

    Earned(Store store) {
        this.store = store;
    }

    /** The sale as a request leaves it, but for its points: those are as it had given them before. */
    Sold asked(Command command, long id, List<Rules> rules) {
        return switch (command) {
            case Command.Sell sale -> new Sold(rateOf(id, rules), sale.cents(), false, 0, Optional.empty());
            case Command.ChangeSale change -> {
                Sold before = sold(id);
                yield new Sold(
                        before.rate(),
                        change.cents().orElse(before.cents()),
                        change.isVoid(),
                        before.given(),
                        before.grant());
            }
            case Command.DeleteSale _ -> {
                Sold before = sold(id);
                yield new Sold(before.rate(), 0, true, before.given(), before.grant());
            }
            default -> throw new IllegalArgumentException("about no sale: " + command);
        };
    }

    /** The rate that was in force at some time of the request. */
    private BigDecimal rateOf(long id, List<Rules> rules) {
        EarnRate stored = stored(id).orElseThrow().earning().rate();
        return rules.stream()
                .map(Rules::earn)
                .filter(rate -> stored.equals(new EarnRate(rate)))
                .findFirst()
                .orElseThrow(() -> new LawBroken(Law.SERIAL_ORDER, "sale " + id + " earns by a rate that never was"));
    }

    private Sold sold(long id) {
        return Optional.ofNullable(sales.get(id))
                .orElseThrow(() -> new LawBroken(Law.SERIAL_ORDER, "nobody sold " + id));
    }

    /** The sale after its commit, which has stored it so, or deleted it. */
    void became(long id, Sold after) {
        Optional<Sale> stored = stored(id);
        if (stored.isEmpty()) {
            sales.remove(id);
            return;
        }
        sales.put(id, after);
        Law.CONSERVATION.equal(
                Points.ofHundredths(after.given()), stored.get().earning().given(), "what was given by sale ", id);
        Law.CONSERVATION.equal(
                after.grant().map(LotId::id), stored.get().earning().grantId(), "the grant of sale ", id);
    }

    private Optional<Sale> stored(long id) {
        return store.get(store.sales().key(id));
    }

    /** Whether at one of these times nothing could move for the sale. */
    static boolean isStill(Set<Instant> times, State state, Sold sale, Rules any) {
        return times.stream()
                .anyMatch(time -> new Model(state, Laws.later(time, state.last()), any, Shop.EXTENDABLE, 0, List.of())
                        .post(sale)
                        .isEmpty());
    }
}
