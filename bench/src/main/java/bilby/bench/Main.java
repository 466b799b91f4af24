package bilby.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/** Runs the benchmarks one after the other, and prints one table. */
public final class Main {

    private Main() {}

    /**
     * Runs those that are named.
     *
     * @param arguments which benchmarks, with commas between them, or {@code all}
     */
    public static void main(String[] arguments) throws Exception {
        Map<String, Callable<List<Row>>> benchmarks = new LinkedHashMap<>();
        benchmarks.put("decision", DecisionBench::rows);
        benchmarks.put("speed", SpeedBench::rows);
        benchmarks.put("contention", ContentionBench::rows);
        benchmarks.put("birthdays", BirthdayBench::rows);
        benchmarks.put("cold", ColdStartBench::rows);
        Set<String> wanted = Set.of(arguments[0].split(",", -1));
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, Callable<List<Row>>> benchmark : benchmarks.entrySet()) {
            if (wanted.contains("all") || wanted.contains(benchmark.getKey())) {
                rows.addAll(benchmark.getValue().call());
            }
        }
        System.out.println(Row.HEADER);
        rows.forEach(System.out::println);
        System.out.printf(
                "%d cores, %s, JDK %s%n",
                Runtime.getRuntime().availableProcessors(), Processor.name(), Runtime.version());
    }
}
