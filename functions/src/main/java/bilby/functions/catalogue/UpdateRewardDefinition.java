package bilby.functions.catalogue;

import bilby.catalogue.RewardDefinition;
import bilby.claim.Claim;
import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Json;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.store.Claims;
import bilby.store.Key;
import bilby.store.Plan;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** {@code PUT /rewards/definitions/{id}}: changes the fields that the body has. What was issued keeps to its version. */
public final class UpdateRewardDefinition implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public UpdateRewardDefinition() {
        this(Environment.ofLambda());
    }

    public UpdateRewardDefinition(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        Optional<Key<RewardDefinition>> key = request.id().map(endpoint.store().rewardDefinitions()::key);
        return endpoint.runWithSettings(request, context, key.stream().toList(), attempt -> {
            Optional<RewardDefinition> before = key.flatMap(attempt::get);
            if (before.isEmpty()) {
                return Plan.nothing(Answer.notFound());
            }
            String currency = attempt.settings().currency();
            ObjectNode fields = RewardDefinitionJson.of(before.get(), currency);
            return switch (request.body()
                    .then(body -> RewardDefinitionBody.parse(attempt.fields(Json.overlaid(fields, body))))) {
                case Parsed.Invalid<RewardDefinitionBody>(Answer answer) -> Plan.nothing(answer);
                case Parsed.Valid<RewardDefinitionBody>(RewardDefinitionBody body) ->
                    update(attempt, before.get(), body, currency);
            };
        });
    }

    private Plan<Answer> update(Attempt attempt, RewardDefinition before, RewardDefinitionBody body, String currency) {
        RewardDefinition after = body.toDefinition(
                before.id(), before.version() + 1, attempt.commit(), before.createdAt(), attempt.now());
        Plan.Commit<Answer> commit = Plan.commit(
                endpoint.store().rewardDefinitions().replace(after),
                Answer.ok(RewardDefinitionJson.of(after, currency)));
        if (!before.handle().equals(after.handle())) {
            Claims claims = endpoint.store().claims();
            Claim freed = RewardDefinitionBody.handleClaim(before.handle());
            Claim taken = RewardDefinitionBody.handleClaim(after.handle());
            commit.and(claims.free(freed))
                    .claiming(claims.take(taken, Long.toString(after.id())), DefinitionHandle.taken());
        }
        return commit;
    }
}
