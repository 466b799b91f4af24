package bilby.functions.reward;

import bilby.functions.http.Answer;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Request;
import bilby.store.Plan;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

/** {@code GET /rewards/{id}}: one reward as it stands. */
public final class ReadReward implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public ReadReward() {
        this(Environment.ofLambda());
    }

    public ReadReward(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        RewardReader reader = new RewardReader(endpoint.store());
        return endpoint.runWithSettings(
                request,
                context,
                reader.first(request),
                attempt -> Plan.nothing(reader.find(request, attempt)
                        .map(reward -> Answer.ok(RewardJson.of(
                                reward, attempt.now(), attempt.settings().currency())))
                        .orElseGet(Answer::notFound)));
    }
}
