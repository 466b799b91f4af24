package bilby.functions.http;

import bilby.store.Clients;
import bilby.store.Store;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What a function is given by the place where it runs.
 *
 * @param variables its environment variables, as template.yaml declares them
 */
public record Environment(Map<String, String> variables, Store store, InstantSource clock, RandomGenerator random) {

    /** Lambda's: made once for the process, while it starts, so that no request pays for it. */
    private static final class Lambda {
        private static final SecureRandom RANDOM = new SecureRandom();
        private static final Environment ENVIRONMENT = new Environment(
                System.getenv(),
                new Store(Clients.fromEnvironment(), System.getenv(), RANDOM),
                InstantSource.system(),
                RANDOM);
    }

    public static Environment ofLambda() {
        return Lambda.ENVIRONMENT;
    }
}
