package bilby.functions.http;

import bilby.queue.Queue;
import bilby.queue.Queues;
import bilby.queue.SqsQueues;
import bilby.store.Clients;
import bilby.store.Store;
import bilby.wallet.CommitId;
import bilby.wallet.ProfileId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * What a function is given by the place where it runs.
 *
 * @param variables its environment variables, as template.yaml declares them
 */
public record Environment(
        Map<String, String> variables, Store store, Queues queues, InstantSource clock, RandomGenerator random) {

    /** The variable that only Lambda sets. */
    static final String FUNCTION_NAME = "AWS_LAMBDA_FUNCTION_NAME";

    /** Lambda's: made once for the process, while it starts, so that no request pays for it. */
    private static final class Lambda {
        private static final SecureRandom RANDOM = new SecureRandom();
        private static final Environment ENVIRONMENT = new Environment(
                System.getenv(),
                new Store(Clients.fromEnvironment(), System.getenv(), RANDOM),
                url -> Sqs.QUEUES.at(url),
                InstantSource.system(),
                RANDOM);

        static {
            // Only where the function will be kept as a snapshot: elsewhere priming would delay its first request.
            if ("snap-start".equals(System.getenv("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
                Priming.register(ENVIRONMENT);
            }
        }
    }

    /** Made only where a function has a queue. */
    private static final class Sqs {
        private static final Queues QUEUES = SqsQueues.fromEnvironment();
    }

    /** What a function without queues is given. */
    public Environment(Map<String, String> variables, Store store, InstantSource clock, RandomGenerator random) {
        this(variables, store, Queues.NONE, clock, random);
    }

    /**
     * The queue whose URL this variable holds.
     *
     * @throws IllegalArgumentException if it is missing
     */
    public Queue queue(String name) {
        return queues.at(variable(name));
    }

    /**
     * A variable that the function cannot do without.
     *
     * @throws IllegalArgumentException if it is missing
     */
    public String variable(String name) {
        return Optional.ofNullable(variables.get(name))
                .orElseThrow(() -> new IllegalArgumentException("the variable " + name + " is missing"));
    }

    /** Takes the lines that CloudWatch reads metrics from: standard output on Lambda, and nothing where nobody reads them. */
    public Consumer<String> metricLines() {
        return variables.containsKey(FUNCTION_NAME) ? System.out::println : line -> {};
    }

    /** A new request's commit id: 16 random bytes, in hexadecimal. */
    public CommitId newCommitId() {
        return new CommitId(randomHex(16));
    }

    /** A new profile's id: a random UUID, of version 4. */
    public ProfileId newProfileId() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
        return new ProfileId(new UUID(high, low));
    }

    String randomHex(int bytes) {
        byte[] bits = new byte[bytes];
        random.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }

    public static Environment ofLambda() {
        return Lambda.ENVIRONMENT;
    }
}
