package bilby.cost;

import bilby.local.template.Table;
import bilby.local.template.Template;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Counts what functions cost, each by its logical id. Safe for many threads. */
public final class Meter {

    private final Template template;
    private final Supplier<DynamoDbClient> unmetered;
    private final Map<String, Cost> costs = new ConcurrentHashMap<>();
    private volatile boolean isOn;

    /** @param unmetered gives a client that may read all tables, to see what an item was before it is written */
    public Meter(Template template, Supplier<DynamoDbClient> unmetered) {
        this.template = template;
        this.unmetered = unmetered;
    }

    /** The client of a function, whose calls count while something is measured. */
    public DynamoDbClient metering(DynamoDbClient real, String function) {
        return new MeteredClient(real, this, function);
    }

    /** What this function costs while the work is done. */
    public Cost of(String function, Runnable work) {
        Cost before = costs.getOrDefault(function, Cost.NONE);
        isOn = true;
        try {
            work.run();
        } finally {
            isOn = false;
        }
        return costs.getOrDefault(function, Cost.NONE).minus(before);
    }

    boolean isOn() {
        return isOn;
    }

    DynamoDbClient unmetered() {
        return unmetered.get();
    }

    Table table(String name) {
        return template.table(name);
    }

    void add(String function, Cost cost) {
        costs.merge(function, cost, Cost::plus);
    }
}
