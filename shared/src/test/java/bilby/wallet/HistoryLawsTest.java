package bilby.wallet;

import static bilby.wallet.Given.SOMEONE;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.Money;
import bilby.money.Points;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds after every movement of any history (docs/design.md, "Laws"). */
class HistoryLawsTest {

    @Test
    void everyKindOfMovementIsInTheHistories() {
        assertThat(seeds().boxed().flatMap(seed -> History.of(seed).stream()))
                .extracting(movement -> movement.entry().action())
                .contains(Action.values());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void foldingTheEntriesAsTheyAreStoredGivesTheWalletAtEveryVersion(long seed) {
        Wallet folded = Wallet.empty(SOMEONE);
        for (Movement movement : History.of(seed)) {
            folded = folded.after(Entry.parse(movement.entry().text()));

            assertThat(folded).as("seed %d", seed).isEqualTo(movement.wallet());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theBalancesOfAnEntryAreTheWalletsAtThatTime(long seed) {
        for (Movement movement : History.of(seed)) {
            Entry entry = movement.entry();

            assertThat(entry.balances())
                    .as("seed %d, version %d", seed, entry.version())
                    .isEqualTo(balancesOf(movement.wallet().lots(), entry.at()));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatEachLotHoldsIsAllThatWasGivenLessAllThatWasTaken(long seed) {
        Map<LotId, Long> held = new HashMap<>();
        for (Movement movement : History.of(seed)) {
            for (Line line : movement.entry().lines()) {
                held.merge(line.lot(), line.change(), Long::sum);
            }

            assertThat(held.values())
                    .as("seed %d", seed)
                    .allSatisfy(amount -> assertThat(amount).isGreaterThanOrEqualTo(0));
            held.values().removeIf(amount -> amount == 0);
            Map<LotId, Long> remaining = new HashMap<>();
            movement.wallet().lots().forEach(lot -> remaining.put(lot.id(), lot.remaining()));
            assertThat(remaining).as("seed %d", seed).isEqualTo(held);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRedemptionTakesExactlyWhatItSaysAndOnlyWhatIsActive(long seed) {
        Wallet before = Wallet.empty(SOMEONE);
        for (Movement movement : History.of(seed)) {
            Entry entry = movement.entry();
            if (entry.action() == Action.REDEEM) {
                Balances had = before.balances(entry.at());
                Money rewards =
                        sum(entry.lines().stream().filter(Line::isReward).toList());
                Money pointDollars = entry.value().minus(rewards);
                Points points = entry.rate().cost(pointDollars);

                assertThat(entry.balances())
                        .as("seed %d, version %d", seed, entry.version())
                        .isEqualTo(new Balances(
                                had.rewards().minus(rewards), had.points().minus(points)));
            }
            before = movement.wallet();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRedemptionNeverPassesOverALotThatExpiresBeforeTheLastItTook(long seed) {
        Wallet before = Wallet.empty(SOMEONE);
        for (Movement movement : History.of(seed)) {
            Entry entry = movement.entry();
            if (entry.action() == Action.REDEEM) {
                for (LotKind kind : LotKind.values()) {
                    List<LotId> took = entry.lines().stream()
                            .map(Line::lot)
                            .filter(lot -> lot.kind() == kind)
                            .toList();
                    List<LotId> first = before.lots().stream()
                            .filter(lot -> lot.id().kind() == kind && lot.isActive(entry.at()))
                            .sorted(Lot.SPENDING_ORDER)
                            .map(Lot::id)
                            .limit(took.size())
                            .toList();

                    assertThat(took)
                            .as("seed %d, version %d", seed, entry.version())
                            .isEqualTo(first);
                    assertThat(entry.lines().stream().filter(line -> line.lot().kind() == kind && line.remaining() > 0))
                            .as("seed %d, version %d", seed, entry.version())
                            .hasSizeLessThanOrEqualTo(1);
                }
            }
            before = movement.wallet();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void timeNeverGoesBackInALedgerWhateverTheClockDoes(long seed) {
        assertThat(History.of(seed))
                .as("seed %d", seed)
                .extracting(movement -> movement.entry().at())
                .isSorted();
    }

    /** A reference: the sums over what has been issued and has not expired. */
    private static Balances balancesOf(List<Lot> lots, Instant now) {
        long cents = 0;
        long hundredths = 0;
        for (Lot lot : lots) {
            boolean issued = !now.isBefore(lot.span().issuedAt());
            boolean expired = lot.span().expiresAt().filter(now::isAfter).isPresent();
            if (issued && !expired && lot.isReward()) {
                cents += lot.remaining();
            } else if (issued && !expired) {
                hundredths += lot.remaining();
            }
        }
        return new Balances(Money.ofCents(cents), Points.ofHundredths(hundredths));
    }

    private static Money sum(List<Line> lines) {
        return lines.stream().map(Line::value).reduce(Money.ZERO, Money::plus);
    }

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }
}
