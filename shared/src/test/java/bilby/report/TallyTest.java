package bilby.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bilby.money.Money;
import bilby.money.Points;
import bilby.wallet.Action;
import bilby.wallet.Close;
import bilby.wallet.Entry;
import bilby.wallet.Expire;
import bilby.wallet.Given;
import bilby.wallet.History;
import bilby.wallet.Line;
import bilby.wallet.Lot;
import bilby.wallet.LotId;
import bilby.wallet.LotKind;
import bilby.wallet.Movement;
import bilby.wallet.Wallet;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a member's ledger adds to the figures. */
class TallyTest {

    private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
    private static final ZoneId HONOLULU = ZoneId.of("Pacific/Honolulu");

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsOutstandingIsWhatTheWalletHoldsByTheDayOfItsExpiry(long seed) {
        List<Movement> history = History.of(seed);
        Sums sums = counted(history, seed);

        Sums held = new Sums();
        for (Lot lot : history.getLast().wallet().lots()) {
            Optional<LocalDate> day =
                    lot.span().expiresAt().map(at -> at.atZone(MELBOURNE).toLocalDate());
            held.add(new Figure.Outstanding(lot.id().kind(), day, Measure.AMOUNT), lot.remaining());
            held.add(new Figure.Outstanding(lot.id().kind(), day, Measure.COUNT), 1);
        }
        sums.all().forEach((figure, sum) -> {
            if (figure instanceof Figure.Outstanding) {
                assertThat(sum).as("seed %d: %s", seed, figure).isEqualTo(held.get(figure));
            }
        });
        held.all().forEach((figure, sum) -> assertThat(sums.get(figure)).isEqualTo(sum));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatMovedIsWhatTheLinesSayAndLeavesWhatIsOutstanding(long seed) {
        List<Movement> history = History.of(seed);
        Sums sums = counted(history, seed);

        for (LotKind kind : LotKind.values()) {
            for (Action action : List.of(Action.ISSUE, Action.REDEEM, Action.RETURN, Action.REVERSAL, Action.ADJUST)) {
                long lines = history.stream()
                        .map(Movement::entry)
                        .filter(entry -> entry.action() == action)
                        .flatMap(entry -> entry.lines().stream())
                        .filter(line -> line.lot().kind() == kind)
                        .mapToLong(Line::change)
                        .sum();
                Flow flow = switch (action) {
                    case ISSUE -> Flow.ISSUED;
                    case REDEEM -> Flow.REDEEMED;
                    case RETURN -> Flow.RETURNED;
                    case REVERSAL -> Flow.REVERSED;
                    default -> Flow.ADJUSTED;
                };
                assertThat(moved(sums, kind, flow))
                        .as("seed %d: %s", seed, flow)
                        .isEqualTo(flow == Flow.REDEEMED ? -lines : lines);
            }
            assertThat(moved(sums, kind, Flow.ISSUED)
                            + moved(sums, kind, Flow.RETURNED)
                            + moved(sums, kind, Flow.REVERSED)
                            + moved(sums, kind, Flow.ADJUSTED)
                            - moved(sums, kind, Flow.REDEEMED)
                            - moved(sums, kind, Flow.EXPIRED)
                            - moved(sums, kind, Flow.DELETED))
                    .as("seed %d", seed)
                    .isEqualTo(outstanding(sums, kind));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void howManyEntriesAreCountedAtOnceMakesNoDifference(long seed) {
        List<Movement> history = History.of(seed);

        Sums atOnce = new Sums();
        Tally.none(Given.SOMEONE, MELBOURNE)
                .after(entries(history), MELBOURNE)
                .pending()
                .forEach(atOnce::add);

        assertThat(counted(history, seed).all()).isEqualTo(atOnce.all());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inAnotherZoneTheDaysChangeAndNoSumDoes(long seed) {
        List<Entry> entries = entries(History.of(seed));
        Tally first = Tally.none(Given.SOMEONE, MELBOURNE).after(entries.subList(0, 30), MELBOURNE);
        Tally second = first.added(first.pending().keySet()).after(entries.subList(30, entries.size()), HONOLULU);

        Sums moved = new Sums();
        first.pending().forEach(moved::add);
        second.pending().forEach(moved::add);
        Sums stayed = counted(History.of(seed), seed);
        for (LotKind kind : LotKind.values()) {
            assertThat(outstanding(moved, kind)).isEqualTo(outstanding(stayed, kind));
        }
        moved.all()
                .forEach((figure, sum) -> assertThat(figure instanceof Figure.Outstanding && sum < 0)
                        .as("seed %d: %s %d", seed, figure, sum)
                        .isFalse());
    }

    @Test
    void whatExpiredCountsOnTheDayOfItsExpiryWhetherItIsRecordedOrDeletedLater() {
        Wallet wallet = Given.walletOf();
        Movement issue = Given.moved(Given.issueOf(Given.reward(1, Money.ofDollars(5), Given.until("2025-03-12")))
                .on(wallet, Given.at(Given.NOW)));
        Movement recorded = new Expire(List.of(LotId.reward(1)))
                .on(issue.wallet(), Given.at(Given.noonOf("2025-04-01")))
                .orElseThrow();
        Movement closed = Given.moved(new Close(false).on(issue.wallet(), Given.at(Given.noonOf("2025-04-01"))));

        for (Movement last : List.of(recorded, closed)) {
            Sums sums = new Sums();
            Tally.none(Given.SOMEONE, ZoneOffset.UTC)
                    .after(entries(List.of(issue, last)), ZoneOffset.UTC)
                    .pending()
                    .forEach(sums::add);

            LocalDate day = LocalDate.parse("2025-03-12");
            assertThat(sums.get(new Figure.Moved(LotKind.REWARD, day, Flow.EXPIRED, Measure.AMOUNT)))
                    .isEqualTo(500);
            assertThat(sums.get(new Figure.Moved(LotKind.REWARD, day, Flow.EXPIRED, Measure.COUNT)))
                    .isEqualTo(1);
            assertThat(moved(sums, LotKind.REWARD, Flow.DELETED)).isZero();
            assertThat(outstanding(sums, LotKind.REWARD)).isZero();
        }
    }

    @Test
    void aRedemptionThatTakesFromSeveralCountsOnce() {
        Wallet wallet = Given.walletOf();
        Movement one = Given.moved(Given.issueOf(Given.reward(1, Money.ofDollars(5), Given.forever()))
                .on(wallet, Given.at(Given.NOW)));
        Movement two = Given.moved(Given.issueOf(Given.reward(2, Money.ofDollars(5), Given.forever()))
                .on(one.wallet(), Given.at(Given.NOW)));
        Movement three = Given.moved(Given.issueOf(Given.points(3, Points.ofHundredths(10_000), Given.forever()))
                .on(two.wallet(), Given.at(Given.NOW)));
        Movement redeem = Given.moved(Given.redeem(Money.ofDollars(12)).on(three.wallet(), Given.at(Given.NOW)));
        Sums sums = new Sums();
        Tally.none(Given.SOMEONE, ZoneOffset.UTC)
                .after(entries(List.of(one, two, three, redeem)), ZoneOffset.UTC)
                .pending()
                .forEach(sums::add);

        LocalDate day = LocalDate.ofInstant(Given.NOW, ZoneOffset.UTC);
        assertThat(sums.get(new Figure.Moved(LotKind.REWARD, day, Flow.REDEEMED, Measure.COUNT)))
                .isEqualTo(1);
        assertThat(sums.get(new Figure.Moved(LotKind.POINT, day, Flow.REDEEMED, Measure.COUNT)))
                .isEqualTo(1);
        assertThat(sums.get(new Figure.Moved(LotKind.POINT, day, Flow.REDEEMED, Measure.DOLLARS)))
                .isEqualTo(200);
        assertThat(sums.get(new Figure.Moved(LotKind.REWARD, day, Flow.ISSUED, Measure.COUNT)))
                .isEqualTo(2);
    }

    @Test
    void anEntryThatDoesNotFollowIsNotCounted() {
        List<Entry> entries = entries(History.of(1));

        assertThatThrownBy(() -> Tally.none(Given.SOMEONE, MELBOURNE).after(entries.subList(1, 2), MELBOURNE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsAddedIsPendingNoMore() {
        Tally tally = Tally.none(Given.SOMEONE, MELBOURNE).after(entries(History.of(1)), MELBOURNE);
        Figure one = tally.pending().keySet().iterator().next();

        assertThat(tally.added(Set.of(one)).pending())
                .doesNotContainKey(one)
                .hasSize(tally.pending().size() - 1);
        assertThat(tally.next().version()).isEqualTo(tally.version() + 1);
    }

    /** What counting a history some entries at a time adds in all. */
    private static Sums counted(List<Movement> history, long seed) {
        Random random = new Random(seed);
        List<Entry> left = new ArrayList<>(entries(history));
        Tally tally = Tally.none(Given.SOMEONE, MELBOURNE);
        Sums sums = new Sums();
        while (!left.isEmpty()) {
            List<Entry> some = left.subList(0, random.nextInt(1, left.size() + 1));
            Tally next = tally.after(List.copyOf(some), MELBOURNE);
            next.pending().forEach(sums::add);
            tally = next.added(next.pending().keySet());
            some.clear();
        }
        assertThat(tally.wallet()).isEqualTo(history.getLast().wallet());
        return sums;
    }

    private static List<Entry> entries(List<Movement> history) {
        return history.stream().map(Movement::entry).toList();
    }

    private static long moved(Sums sums, LotKind kind, Flow flow) {
        return sums.all().entrySet().stream()
                .filter(sum -> sum.getKey() instanceof Figure.Moved moved
                        && moved.kind() == kind
                        && moved.flow() == flow
                        && moved.measure() == Measure.AMOUNT)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static long outstanding(Sums sums, LotKind kind) {
        return sums.all().entrySet().stream()
                .filter(sum -> sum.getKey() instanceof Figure.Outstanding outstanding
                        && outstanding.kind() == kind
                        && outstanding.measure() == Measure.AMOUNT)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
