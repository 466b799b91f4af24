package bilby.simulation;

import bilby.store.memory.InMemoryDynamoDb;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Many histories, on all cores, until all are over or one breaks a law. */
final class Histories {

    private final long first;
    private final long count;
    private final Supplier<InMemoryDynamoDb> tables;
    private final UnaryOperator<DynamoDbClient> perSend;
    private final AtomicLong next = new AtomicLong();
    private final AtomicReference<String> failure = new AtomicReference<>("");
    private final AtomicLong steps = new AtomicLong();
    private final Tally tally = new Tally();

    Histories(long first, long count, Supplier<InMemoryDynamoDb> tables, UnaryOperator<DynamoDbClient> perSend) {
        this.first = first;
        this.count = count;
        this.tables = tables;
        this.perSend = perSend;
    }

    Histories(long first, long count) {
        this(first, count, InMemoryDynamoDb::new, UnaryOperator.identity());
    }

    /** What the first of so many histories tells that breaks a law; nothing if none does. */
    static String broken(int count) {
        return new Histories(1, count).run();
    }

    /** Those that the system properties ask for: a number of them, or one. */
    static Histories wanted() {
        String seed = System.getProperty("simulation.seed", "");
        return seed.isEmpty()
                ? new Histories(1, Long.parseLong(System.getProperty("simulation.histories", "10000")))
                : new Histories(Long.parseLong(seed), 1);
    }

    /** Runs them; what the first one that broke a law tells, and nothing if none did. */
    String run() {
        List<Thread> threads = IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .mapToObj(_ -> Thread.ofVirtual().start(this::work))
                .toList();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        return failure.get();
    }

    private void work() {
        for (long number = next.getAndIncrement();
                number < count && failure.get().isEmpty();
                number = next.getAndIncrement()) {
            long seed = first + number;
            Simulation simulation = new Simulation(seed, tables.get(), perSend, line -> {});
            try {
                simulation.run();
            } catch (RuntimeException | Error e) {
                failure.compareAndSet("", told(seed, e));
            }
            steps.addAndGet(simulation.length());
            tally.add(simulation.tally);
        }
    }

    /** The history once more, with all that happens in it. */
    private String told(long seed, Throwable thrown) {
        List<String> lines = new ArrayList<>();
        try {
            new Simulation(seed, tables.get(), perSend, line -> lines.add(line.get())).run();
            lines.add("and it did not happen again: the simulation is not deterministic");
        } catch (RuntimeException | Error again) {
            lines.add(again.toString());
        }
        return thrown + "\nseed " + seed + ": replay it with -Dsimulation.seed=" + seed + "\n"
                + String.join("\n", lines);
    }

    long count() {
        return count;
    }

    Tally tally() {
        return tally;
    }

    @Override
    public String toString() {
        return String.format("%12d histories%n%12d requests sent%n%s", count, steps.get(), tally);
    }
}
