package bilby.functions.reward;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Request;
import bilby.reward.Reward;
import bilby.store.Plan;
import bilby.wallet.Movement;
import bilby.wallet.Remove;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

/** {@code DELETE /rewards/{id}}: takes a reward away, with what is left of it. */
public final class DeleteReward implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public DeleteReward() {
        this(Environment.ofLambda());
    }

    public DeleteReward(Environment environment) {
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
                attempt -> reader.find(request, attempt)
                        .map(reward -> delete(attempt, reward))
                        .orElseGet(() -> Plan.nothing(Answer.notFound())));
    }

    private Plan<Answer> delete(Attempt attempt, StandingReward standing) {
        Reward reward = standing.reward();
        Movement movement = new Remove(reward.lotId()).on(standing.wallet(), attempt.moment(standing.wallet()));
        return Plan.commit(endpoint.store().moved(movement), Answer.noContent())
                .and(endpoint.store()
                        .rewards()
                        .replace(reward.deleted(movement.entry().at())));
    }
}
