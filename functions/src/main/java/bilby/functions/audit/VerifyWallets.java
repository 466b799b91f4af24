package bilby.functions.audit;

import bilby.functions.http.Environment;
import bilby.functions.http.Metrics;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Walks all wallets, every so often: records what has expired, and proves each against its ledger. A run goes on where the
 * last one stopped, in all segments of the table at once, until its time is nearly over. Two runs at once do no harm: the
 * one that finds a checkpoint moved leaves the segment to the other.
 */
public final class VerifyWallets implements RequestHandler<ScheduledEvent, Map<String, Object>> {

    /** What is kept of the function's time for the wallet under way in each segment. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final Environment environment;
    private final int segments;
    private final Duration every;
    private final String namespace;

    public VerifyWallets() {
        this(Environment.ofLambda());
    }

    public VerifyWallets(Environment environment) {
        this.environment = environment;
        this.segments = Integer.parseInt(environment.variable("SEGMENTS"));
        this.namespace = environment.variable("METRICS");
        this.every = Duration.ofHours(Long.parseLong(environment.variable("EVERY_HOURS")));
    }

    @Override
    public Map<String, Object> handleRequest(ScheduledEvent event, Context context) {
        SegmentWalk walk = new SegmentWalk(
                environment,
                every,
                () -> Duration.ofMillis(context.getRemainingTimeInMillis()).minus(MARGIN),
                context.getLogger());
        List<Callable<Progress>> walks = IntStream.range(0, segments)
                .<Callable<Progress>>mapToObj(segment -> () -> walk.of(segment, segments))
                .toList();
        List<Future<Progress>> ended = together(walks);
        Progress progress = ended.stream()
                .filter(walked -> walked.state() == Future.State.SUCCESS)
                .map(Future::resultNow)
                .reduce(Progress.NONE, Progress::plus);
        Metrics.emit(
                System.out::println, namespace, getClass(), environment.clock().instant(), progress.metrics());
        ended.stream()
                .filter(walked -> walked.state() != Future.State.SUCCESS)
                .findFirst()
                .ifPresent(walked -> {
                    throw new IllegalStateException("a segment's walk failed", walked.exceptionNow());
                });
        return Map.copyOf(progress.metrics());
    }

    /** Walks all segments at once, each to its end or its failure. */
    private static List<Future<Progress>> together(List<Callable<Progress>> walks) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(walks);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
