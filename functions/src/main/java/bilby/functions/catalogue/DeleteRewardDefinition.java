package bilby.functions.catalogue;

import bilby.catalogue.RewardDefinition;
import bilby.claim.Claim;
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

/** {@code DELETE /rewards/definitions/{id}}: nothing more can be issued by it. What was issued stays as it is. */
public final class DeleteRewardDefinition implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public DeleteRewardDefinition() {
        this(Environment.ofLambda());
    }

    public DeleteRewardDefinition(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        Optional<Key<RewardDefinition>> key = request.id().map(endpoint.store().rewardDefinitions()::key);
        return endpoint.run(
                request,
                context,
                key.stream().toList(),
                attempt -> key.flatMap(attempt::get)
                        .<Plan<Answer>>map(this::delete)
                        .orElseGet(() -> Plan.nothing(Answer.notFound())));
    }

    private Plan<Answer> delete(RewardDefinition definition) {
        Claim handle = RewardDefinitionBody.handleClaim(definition.handle());
        return Plan.commit(endpoint.store().rewardDefinitions().delete(definition), Answer.noContent())
                .and(endpoint.store().claims().free(handle));
    }
}
