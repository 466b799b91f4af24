package bilby.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;

/** How long each of many calls took, in nanoseconds. */
final class Times {

    private final List<long[]> taken = new ArrayList<>();

    /**
     * So many clients at once, each of which makes so many calls, one after the other.
     *
     * @param call is given the client's number
     */
    void measure(int clients, int calls, IntConsumer call) throws Exception {
        List<Callable<long[]>> tasks = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            int number = client;
            tasks.add(() -> {
                long[] each = new long[calls];
                for (int i = 0; i < calls; i++) {
                    long start = System.nanoTime();
                    call.accept(number);
                    each[i] = System.nanoTime() - start;
                }
                return each;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (var task : threads.invokeAll(tasks)) {
                taken.add(task.get());
            }
        }
    }

    void add(long nanos) {
        taken.add(new long[] {nanos});
    }

    /** The time that so much of all calls took no longer than. */
    double quantile(double part) {
        long[] sorted = taken.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return sorted[(int) Math.max(0, Math.ceil(part * sorted.length) - 1)];
    }
}
