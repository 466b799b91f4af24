package bilby.store;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The product's store, but for how it waits before it tries again: as a test says. */
public final class WaitingStore {

    private WaitingStore() {}

    public static Store of(
            DynamoDbClient client, Map<String, String> variables, RandomGenerator random, Consumer<Duration> wait) {
        return new Store(client, variables, random, wait::accept);
    }
}
