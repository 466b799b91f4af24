package bilby.functions.batch;

import bilby.batch.BatchKind;
import bilby.functions.http.Answer;
import bilby.functions.http.Environment;
import bilby.functions.http.Fields;
import bilby.functions.http.Json;
import bilby.functions.http.Parsed;
import bilby.functions.profile.ProfileMatch;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code POST /profiles/batch}: takes profiles to be created, or updated where one matches, up to 500. */
public final class CreateProfileBatch implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final BatchEndpoint endpoint;

    public CreateProfileBatch() {
        this(Environment.ofLambda());
    }

    public CreateProfileBatch(Environment environment) {
        this.endpoint = new BatchEndpoint(environment, BatchKind.PROFILES);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return endpoint.take(event, context, (attempt, body) -> parse(body), id -> {
            ObjectNode json = Json.object();
            json.putObject("data")
                    .put("message", "Profiles queued for batch import.")
                    .put("batch_id", id.value());
            return Answer.accepted(json);
        });
    }

    private static Parsed<BatchBody> parse(ObjectNode body) {
        Fields fields = Fields.of(body);
        return BatchBody.parse(
                fields,
                "profiles",
                fields.get("match_criteria").required().word(ProfileMatch::of).map(ProfileMatch::field));
    }
}
