package bilby.functions.batch;

import bilby.batch.BatchKind;
import bilby.functions.http.Environment;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

/** {@code GET /profiles/batches/{batch_id}}: what came of a batch of profiles, row by row. */
public final class ReadProfileBatch implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final BatchReader reader;

    public ReadProfileBatch() {
        this(Environment.ofLambda());
    }

    public ReadProfileBatch(Environment environment) {
        this.reader = new BatchReader(environment, BatchKind.PROFILES);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return reader.answer(event, context);
    }
}
