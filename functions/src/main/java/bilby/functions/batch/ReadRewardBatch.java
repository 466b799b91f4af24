package bilby.functions.batch;

import bilby.batch.BatchKind;
import bilby.functions.http.Environment;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

/** {@code GET /rewards/batches/{batch_id}}: what came of a batch of rewards, row by row. */
public final class ReadRewardBatch implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final BatchReader reader;

    public ReadRewardBatch() {
        this(Environment.ofLambda());
    }

    public ReadRewardBatch(Environment environment) {
        this.reader = new BatchReader(environment, BatchKind.REWARDS);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return reader.answer(event, context);
    }
}
