package bilby.simulation;

import bilby.wallet.LotId;
import bilby.wallet.LotKind;
import bilby.wallet.ProfileId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/** Makes the requests of a history: mostly such as can succeed, by what its members own then. */
final class Steps {

    private static final List<List<LotKind>> STRATEGIES = List.of(
            List.of(LotKind.REWARD, LotKind.POINT),
            List.of(LotKind.POINT, LotKind.REWARD),
            List.of(LotKind.REWARD),
            List.of(LotKind.POINT));

    private static final List<String> RATES = List.of("0.1", "0.3", "0.07", "1", "0.000999");

    private static final List<String> EARN_RATES = List.of("0", "1", "0.333333", "20");

    private final SplittableRandom random;
    private final Shop shop;
    private final Laws laws;
    private final Clock clock;
    private final Map<ProfileId, List<Long>> sales = new HashMap<>();

    Steps(SplittableRandom random, Shop shop, Laws laws, Clock clock) {
        this.random = random;
        this.shop = shop;
        this.laws = laws;
        this.clock = clock;
    }

    /** A kind of request, and how often of a hundred there is one of it. */
    private record Kind(int percent, BiFunction<ProfileId, State, Command> request) {}

    private final List<Kind> kinds = List.of(
            new Kind(14, (member, state) -> reward(member)),
            new Kind(10, (member, state) -> points(member)),
            new Kind(2, (member, state) -> set()),
            new Kind(24, (member, state) -> redeem(member)),
            new Kind(9, this::giveBack),
            new Kind(3, (member, state) -> new Command.Reverse(member, redemption(state))),
            new Kind(5, this::extend),
            new Kind(7, this::adjust),
            new Kind(
                    3,
                    (member, state) -> new Command.Delete(
                            member, lot(state, LotKind.REWARD).id())),
            new Kind(6, this::sell),
            new Kind(4, this::changeSale),
            new Kind(1, (member, state) -> new Command.DeleteSale(member, sale(member))),
            new Kind(1, (member, state) -> new Command.Close(member, isOneIn(2))),
            new Kind(6, (member, state) -> new Command.ReadBalances(member)),
            new Kind(5, (member, state) -> new Command.Sweep(member)));

    Command next() {
        ProfileId member = any(shop.members);
        State state = laws.state(member);
        // Who has nothing to spend is given something, mostly.
        boolean isPoor =
                state.balance(LotKind.REWARD, clock.instant()) + state.balance(LotKind.POINT, clock.instant()) == 0;
        int dice = random.nextInt(isPoor && !isOneIn(4) ? 26 : 100);
        if (state.redemptions().isEmpty() && dice >= 50 && !isOneIn(4)) {
            return redeem(member);
        }
        for (Kind kind : kinds) {
            dice -= kind.percent();
            if (dice < 0) {
                return kind.request().apply(member, state);
            }
        }
        throw new AssertionError("the kinds are not a hundred");
    }

    /** A sale that there is now. */
    void sold(ProfileId member, long id) {
        sales.computeIfAbsent(member, _ -> new ArrayList<>()).add(id);
    }

    private Command reward(ProfileId member) {
        Optional<Instant> issued = maybe(20, now().plus(Duration.ofMinutes(random.nextLong(-900, 900))));
        return new Command.IssueReward(
                member,
                isOneIn(3) ? Shop.FIXED : Shop.EXTENDABLE,
                random.nextLong(1, 2_000),
                issued,
                maybe(85, end()),
                maybe(12, "reward-" + random.nextInt(3)));
    }

    private Command points(ProfileId member) {
        return new Command.IssuePoints(
                member,
                random.nextLong(1, 20_000),
                maybe(10, now().plus(Duration.ofMinutes(random.nextLong(-900, 900)))),
                maybe(75, end()),
                maybe(12, "points-" + random.nextInt(3)));
    }

    /** An expiry, seconds to months ahead; the same for many lots, so that there are ties. */
    private Instant end() {
        Instant now = now();
        return switch (random.nextInt(4)) {
            case 0 -> now.plusSeconds(random.nextLong(-10, 60));
            case 1 -> now.plus(Duration.ofMinutes(random.nextLong(1, 500)));
            case 2 -> Clock.START.plus(Duration.ofDays(random.nextLong(1, 6) * 20));
            default -> now.plus(Duration.ofDays(random.nextLong(1, 90)));
        };
    }

    private Command redeem(ProfileId member) {
        return new Command.Redeem(
                member,
                random.nextLong(1, isOneIn(4) ? 8_000 : 1_500),
                any(STRATEGIES),
                maybe(40, random.nextBoolean()),
                isOneIn(9));
    }

    private Command giveBack(ProfileId member, State state) {
        return new Command.Return(member, redemption(state), maybe(70, random.nextLong(1, 1_500)), isOneIn(8));
    }

    private Command sell(ProfileId member, State state) {
        return new Command.Sell(member, total(), maybe(80, redemption(state)), maybe(30, "sale-" + random.nextInt(3)));
    }

    private Command changeSale(ProfileId member, State state) {
        return sales.containsKey(member) || isOneIn(8)
                ? new Command.ChangeSale(
                        member, sale(member), maybe(60, redemption(state)), maybe(60, total()), isOneIn(3))
                : sell(member, state);
    }

    /** Of a sale, mostly above zero. */
    private long total() {
        return random.nextLong(-2_000, 20_000);
    }

    private Command extend(ProfileId member, State state) {
        List<Long> ids = new ArrayList<>(List.of(lot(state, LotKind.REWARD).id()));
        long other = lot(state, LotKind.REWARD).id();
        if (isOneIn(4) && !ids.contains(other)) {
            ids.add(other);
        }
        return new Command.Extend(member, ids, random.nextInt(1, 40));
    }

    private Command adjust(ProfileId member, State state) {
        LotId lot = lot(state, isOneIn(3) ? LotKind.POINT : LotKind.REWARD);
        return new Command.Adjust(
                member,
                lot,
                maybe(60, random.nextLong(0, 2_500)),
                maybe(60, end()),
                maybe(40, Math.max(0, state.version() - (isOneIn(3) ? 1 : 0))));
    }

    private Command set() {
        String grace = isOneIn(2) ? "forfeit" : "grace:" + random.nextInt(1, 40);
        return switch (random.nextInt(5)) {
            case 0 -> new Command.Set(Shop.NOBODY, "points.exchange_rate", any(RATES));
            case 3 -> new Command.Set(Shop.NOBODY, "points.earn_rate", any(EARN_RATES));
            case 1 -> new Command.Set(Shop.NOBODY, "redemption.strict", Boolean.toString(random.nextBoolean()));
            case 2 ->
                new Command.Set(
                        Shop.NOBODY, "redemption.reversal_window_minutes", Integer.toString(random.nextInt(60)));
            default -> new Command.Set(Shop.NOBODY, "returns.expired_value", grace);
        };
    }

    /** One of the member's, or one that nobody has. */
    private LotId lot(State state, LotKind kind) {
        List<LotId> lots = state.lots().stream()
                .map(State.Lot::id)
                .filter(id -> id.kind() == kind)
                .toList();
        return lots.isEmpty() ? new LotId(kind, 1) : any(lots);
    }

    private long redemption(State state) {
        List<State.Redemption> all = state.redemptions();
        // Of late ones more can be undone.
        return all.isEmpty()
                ? 1
                : all.get(all.size() - 1 - random.nextInt(Math.min(all.size(), 4)))
                        .id();
    }

    private long sale(ProfileId member) {
        return any(sales.getOrDefault(member, List.of(1L)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private boolean isOneIn(int many) {
        return random.nextInt(many) == 0;
    }

    private <T> Optional<T> maybe(int percent, T value) {
        return random.nextInt(100) < percent ? Optional.of(value) : Optional.empty();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
