package bilby.bench;

import bilby.money.ExchangeRate;
import bilby.money.Money;
import bilby.wallet.CommitId;
import bilby.wallet.Decision;
import bilby.wallet.DefinitionRef;
import bilby.wallet.Full;
import bilby.wallet.Issue;
import bilby.wallet.LotId;
import bilby.wallet.LotKind;
import bilby.wallet.Moment;
import bilby.wallet.ProfileId;
import bilby.wallet.Redeem;
import bilby.wallet.Span;
import bilby.wallet.Wallet;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** How long the decision of a redemption takes: the wallet after it, and its entry with its hash. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"})
public class DecisionBench {

    private static final Instant ISSUED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Moment NOW = new Moment(
            ISSUED.plus(Duration.ofDays(1)), new CommitId("0123456789abcdef0123456789abcdef"), ExchangeRate.DEFAULT);
    private static final long CENTS = 1_000;

    @Param({"1", "10", "100", "1500"})
    public int lots;

    private Wallet wallet = Wallet.empty(new ProfileId(new UUID(0x4000L, Long.MIN_VALUE)));

    /** Each reward expires on a day of its own, so that the order of spending is not the order of issue. */
    @Setup
    public void fill() {
        for (int i = 0; i < lots; i++) {
            Span span = Span.of(ISSUED, ISSUED.plus(Duration.ofDays(30 + i * 7L % 365)));
            wallet = switch (new Issue(LotId.reward((1L << 49) + i), CENTS, span, new DefinitionRef(1, 1))
                    .on(wallet, NOW)) {
                case Decision.Moved<Full>(var movement) -> movement.wallet();
                case Decision.Refused<Full> refused -> throw new IllegalStateException("the wallet is full");
            };
        }
    }

    @Benchmark
    public Decision<Redeem.Refusal> redeemOneDollar() {
        return redeem(100);
    }

    @Benchmark
    public Decision<Redeem.Refusal> redeemEverything() {
        return redeem(CENTS * lots);
    }

    private Decision<Redeem.Refusal> redeem(long cents) {
        return new Redeem(1L << 50, Money.ofCents(cents), List.of(LotKind.REWARD, LotKind.POINT), true).on(wallet, NOW);
    }

    static List<Row> rows() throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(DecisionBench.class.getName())
                        .build())
                .run().stream()
                        .sorted(Comparator.comparing(DecisionBench::name))
                        .map(DecisionBench::row)
                        .toList();
    }

    private static String name(RunResult result) {
        return result.getPrimaryResult().getLabel();
    }

    private static Row row(RunResult result) {
        String lots = result.getParams().getParam("lots");
        String what = name(result).equals("redeemEverything") ? "everything" : "$1";
        return Row.of(
                "Decision: redeem %s of %s lots".formatted(what, lots),
                String.format(Locale.ROOT, "%.1f µs", result.getPrimaryResult().getScore()),
                lots.equals("1500") ? "under 200 µs" : "");
    }
}
