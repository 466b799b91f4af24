package bilby.functions.batch;

import bilby.batch.BatchKind;
import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Environment;
import bilby.functions.http.Field;
import bilby.functions.http.Fields;
import bilby.functions.http.Json;
import bilby.functions.http.Parsed;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code POST /rewards/batch.json}: takes rewards to be issued, up to 500, each as {@code POST /rewards} does. */
public final class CreateRewardBatch implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final BatchEndpoint endpoint;

    public CreateRewardBatch() {
        this(Environment.ofLambda());
    }

    public CreateRewardBatch(Environment environment) {
        this.endpoint = new BatchEndpoint(environment, BatchKind.REWARDS);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return endpoint.take(
                event,
                context,
                CreateRewardBatch::parse,
                id -> Answer.accepted(
                        Json.object().put("message", "Queued for processing.").put("batch_id", id.value())));
    }

    private static Parsed<BatchBody> parse(Attempt attempt, ObjectNode body) {
        Fields fields = attempt.fields(body);
        return BatchBody.parse(
                fields, "rewards", fields.get("profile_id_handle").line(Field.SHORT_TEXT));
    }
}
