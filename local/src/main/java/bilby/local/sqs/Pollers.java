package bilby.local.sqs;

import bilby.local.lambda.LambdaFunction;
import bilby.local.template.Queue;
import bilby.local.template.QueueSource;
import bilby.local.template.Redrive;
import bilby.local.template.Template;
import bilby.local.template.TemplateException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Gives functions the messages of the queues that the template's events name, until it is closed. */
public final class Pollers implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final SqsClient client;
    private final List<String> urls;
    private final Deliveries deliveries = new Deliveries();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Pollers(SqsClient client, List<String> urls) {
        this.client = client;
        this.urls = urls;
    }

    /**
     * Starts those that are enabled.
     *
     * @throws TemplateException if a function may run longer than its queue keeps a message from others, for Lambda
     *     refuses that
     */
    public static Pollers start(Template template, Collection<LambdaFunction> functions, Sqs sqs) {
        Pollers pollers = new Pollers(
                sqs.client(), awaited(template).stream().map(sqs::url).toList());
        for (LambdaFunction function : functions) {
            for (QueueSource source : function.definition().sources()) {
                check(function, template.queue(source.queue()));
                if (source.isEnabled()) {
                    pollers.threads.execute(new Poller(
                            pollers.client,
                            sqs.url(source.queue()),
                            function,
                            source,
                            pollers.deliveries,
                            pollers.threads));
                }
            }
        }
        return pollers;
    }

    private static void check(LambdaFunction function, Queue queue) {
        if (queue.visibilityTimeout().compareTo(function.definition().timeout()) < 0) {
            throw new TemplateException(
                    "Resources." + queue.id(),
                    "its VisibilityTimeout is less than the Timeout of "
                            + function.definition().id());
        }
    }

    /** The queues that some function empties; a dead-letter queue waits for people. */
    private static Set<String> awaited(Template template) {
        Set<String> queues = new HashSet<>();
        template.functions().stream()
                .flatMap(function -> function.sources().stream())
                .filter(QueueSource::isEnabled)
                .map(QueueSource::queue)
                .forEach(queues::add);
        template.queues().stream()
                .flatMap(queue -> queue.redrive().stream())
                .map(Redrive::deadLetterQueue)
                .forEach(queues::remove);
        return queues;
    }

    /**
     * Waits until the queues are empty that these pollers read, dead-letter queues excepted.
     *
     * @return whether they are, within the limit
     */
    public boolean awaitEmpty(Duration limit) throws InterruptedException {
        long start = System.nanoTime();
        while (!isEmpty()) {
            if (System.nanoTime() - start > limit.toNanos()) {
                return false;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return true;
    }

    /**
     * A queue is not looked at while a function has messages of it, for a look costs as much as a message. An invocation that
     * ends between two looks may have filled the queue that was looked at first.
     */
    private boolean isEmpty() {
        long before = deliveries.count();
        return !deliveries.areUnderWay()
                && urls.stream().allMatch(url -> Depth.of(client, url).total() == 0)
                && deliveries.count() == before;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.close();
    }
}
