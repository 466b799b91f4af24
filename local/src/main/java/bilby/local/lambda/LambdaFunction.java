package bilby.local.lambda;

import bilby.local.template.TemplateFunction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A function. Safe for many threads. */
public final class LambdaFunction {

    /** What Lambda carries in one direction. */
    public static final int PAYLOAD_BYTES = 6 * 1024 * 1024;

    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final TemplateFunction definition;
    private final Code<?, ?> code;

    public LambdaFunction(TemplateFunction definition, Code<?, ?> code) {
        this.definition = definition;
        this.code = code;
    }

    /** What the template says about it. */
    public TemplateFunction definition() {
        return definition;
    }

    /**
     * Gives the function an event, and waits until it has ended, which is at its time-out at the latest.
     *
     * @param event in JSON
     */
    public Outcome.Ended invoke(byte[] event) throws InterruptedException {
        Future<byte[]> answer = start(event);
        try {
            return ended(answer, definition.timeout());
        } catch (TimeoutException e) {
            return timedOut(answer);
        }
    }

    /**
     * Gives the function an event.
     *
     * @param event in JSON
     * @param patience how long to wait for the answer; the function goes on without its caller, up to its own time-out
     */
    public Outcome invoke(byte[] event, Duration patience) throws InterruptedException {
        if (definition.timeout().compareTo(patience) <= 0) {
            return invoke(event);
        }
        try {
            return ended(start(event), patience);
        } catch (TimeoutException e) {
            return new Outcome.Pending();
        }
    }

    private Future<byte[]> start(byte[] event) {
        return THREADS.submit(() -> code.handle(event, new Invocation(definition)));
    }

    private Outcome.Ended ended(Future<byte[]> answer, Duration wait) throws InterruptedException, TimeoutException {
        try {
            return answered(answer.get(wait.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            Throwable thrown = Optional.ofNullable(e.getCause()).orElse(e);
            Failures.tell(definition.id(), thrown);
            return new Outcome.Failed(thrown.getClass().getName());
        }
    }

    private Outcome.Ended answered(byte[] json) {
        if (json.length > PAYLOAD_BYTES) {
            Failures.tell(definition.id(), "answered more than the 6 MB that Lambda carries");
            return new Outcome.Failed("Function.ResponseSizeTooLarge");
        }
        return new Outcome.Answered(new String(json, StandardCharsets.UTF_8));
    }

    private Outcome.Ended timedOut(Future<byte[]> answer) {
        answer.cancel(true);
        Failures.tell(definition.id(), "timed out after " + definition.timeout().toSeconds() + " s");
        return new Outcome.Failed("Sandbox.Timedout");
    }
}
