package bilby.functions.catalogue;

import bilby.catalogue.RewardDefinition;
import bilby.functions.http.Answer;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Request;
import bilby.store.Key;
import bilby.store.Plan;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Optional;

/** {@code GET /rewards/definitions/{id}}: one reward definition as it is now. */
public final class ReadRewardDefinition implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public ReadRewardDefinition() {
        this(Environment.ofLambda());
    }

    public ReadRewardDefinition(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        Optional<Key<RewardDefinition>> key = request.id().map(endpoint.store().rewardDefinitions()::key);
        return endpoint.runWithSettings(
                request,
                context,
                key.stream().toList(),
                attempt -> Plan.nothing(key.flatMap(attempt::get)
                        .map(definition -> Answer.ok(RewardDefinitionJson.of(
                                definition, attempt.settings().currency())))
                        .orElseGet(Answer::notFound)));
    }
}
