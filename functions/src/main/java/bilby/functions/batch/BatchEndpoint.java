package bilby.functions.batch;

import bilby.batch.Batch;
import bilby.batch.BatchId;
import bilby.batch.BatchKind;
import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Log;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.queue.Queue;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Where requests for batches come in, and from where their messages are sent. */
final class BatchEndpoint {

    private static final int ACCEPTED = 202;

    private final Environment environment;
    private final Endpoint endpoint;
    private final Queue queue;
    private final BatchKind kind;

    BatchEndpoint(Environment environment, BatchKind kind) {
        this.environment = environment;
        this.endpoint = new Endpoint(environment);
        this.queue = environment.queue("BATCH_QUEUE_URL");
        this.kind = kind;
    }

    /**
     * Stores a batch, and asks for its rows to be done.
     *
     * @param parse reads the shape of the whole
     * @param accepted makes the answer once it is a batch
     */
    APIGatewayV2HTTPResponse take(
            APIGatewayV2HTTPEvent event,
            Context context,
            BiFunction<Attempt, ObjectNode, Parsed<BatchBody>> parse,
            Function<BatchId, Answer> accepted) {
        Request request = Request.of(event);
        BatchRequest batch = new BatchRequest(environment, kind, Endpoint.deadline(context));
        Parsed<ObjectNode> body = request.body();
        APIGatewayV2HTTPResponse response = endpoint.runWithSettings(
                request,
                context,
                List.of(),
                attempt -> batch.plan(attempt, body.then(fields -> parse.apply(attempt, fields)), accepted));
        if (response.getStatusCode() == ACCEPTED) {
            batch.stored().ifPresent(stored -> send(stored, context));
        }
        return response;
    }

    /** It is a batch whatever comes of this: what is not sent now is sent by {@link ResendBatches}. */
    private void send(Batch batch, Context context) {
        try {
            queue.send(BatchMessage.of(
                    batch.id(), IntStream.range(0, batch.rows()).boxed().toList()));
        } catch (RuntimeException e) {
            Log.failure(context.getLogger(), "messages of batch " + batch.id(), e);
        }
    }
}
