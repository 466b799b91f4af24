package bilby.local.lambda;

import bilby.local.template.TemplateFunction;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A function behind the HTTP API. Event and answer pass through Lambda's own serialisation. Safe for many threads. */
public final class LambdaFunction {

    /** What Lambda carries in one direction. */
    public static final int PAYLOAD_BYTES = 6 * 1024 * 1024;

    private static final PojoSerializer<APIGatewayV2HTTPEvent> EVENTS = serializer(APIGatewayV2HTTPEvent.class);
    private static final PojoSerializer<APIGatewayV2HTTPResponse> ANSWERS = serializer(APIGatewayV2HTTPResponse.class);
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final TemplateFunction definition;
    private final RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler;

    public LambdaFunction(
            TemplateFunction definition, RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler) {
        this.definition = definition;
        this.handler = handler;
    }

    private static <T> PojoSerializer<T> serializer(Class<T> type) {
        return LambdaEventSerializers.serializerFor(type, type.getClassLoader());
    }

    /**
     * Gives the function an event.
     *
     * @param event in JSON
     * @param patience how long to wait for the answer; the function goes on without its caller, up to its own time-out
     */
    public Outcome invoke(byte[] event, Duration patience) throws InterruptedException {
        Future<byte[]> answer = THREADS.submit(() -> handle(event));
        boolean isWaitedFor = definition.timeout().compareTo(patience) <= 0;
        Duration wait = isWaitedFor ? definition.timeout() : patience;
        try {
            return answered(answer.get(wait.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return isWaitedFor ? timedOut(answer) : new Outcome.Pending();
        } catch (ExecutionException e) {
            Failures.tell(definition.id(), Optional.ofNullable(e.getCause()).orElse(e));
            return new Outcome.Failed();
        }
    }

    private byte[] handle(byte[] event) {
        Context context = new Invocation(definition);
        APIGatewayV2HTTPResponse answer =
                handler.handleRequest(EVENTS.fromJson(new ByteArrayInputStream(event)), context);
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        ANSWERS.toJson(answer, json);
        return json.toByteArray();
    }

    private Outcome answered(byte[] json) {
        if (json.length > PAYLOAD_BYTES) {
            Failures.tell(definition.id(), "answered more than the 6 MB that Lambda carries");
            return new Outcome.Failed();
        }
        return new Outcome.Answered(new String(json, StandardCharsets.UTF_8));
    }

    private Outcome timedOut(Future<byte[]> answer) {
        answer.cancel(true);
        Failures.tell(definition.id(), "timed out after " + definition.timeout().toSeconds() + " s");
        return new Outcome.Failed();
    }
}
