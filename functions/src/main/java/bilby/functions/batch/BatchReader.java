package bilby.functions.batch;

import bilby.batch.Batch;
import bilby.batch.BatchId;
import bilby.batch.BatchKind;
import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Request;
import bilby.store.Key;
import bilby.store.Plan;
import bilby.store.Store;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Optional;

/** Answers what came of a batch of one kind. */
final class BatchReader {

    private final Endpoint endpoint;
    private final BatchKind kind;

    BatchReader(Environment environment, BatchKind kind) {
        this.endpoint = new Endpoint(environment);
        this.kind = kind;
    }

    APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        Optional<BatchId> id = BatchId.parse(request.path("batch_id"));
        List<Key<?>> keys = id.<List<Key<?>>>map(
                        batch -> List.of(store().batches().head(batch)))
                .orElse(List.of());
        return endpoint.run(
                request,
                context,
                keys,
                attempt -> Plan.nothing(id.flatMap(batch -> head(attempt, batch))
                        .map(batch -> Answer.ok(BatchJson.of(batch, store().batchRows(batch.id()))))
                        .orElseGet(Answer::notFound)));
    }

    private Optional<Batch> head(Attempt attempt, BatchId id) {
        return attempt.get(store().batches().head(id))
                .filter(batch -> batch.kind() == kind && batch.isKept(attempt.now()));
    }

    private Store store() {
        return endpoint.store();
    }
}
