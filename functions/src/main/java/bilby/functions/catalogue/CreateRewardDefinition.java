package bilby.functions.catalogue;

import bilby.catalogue.RewardDefinition;
import bilby.claim.Claim;
import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Fields;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.store.Definitions;
import bilby.store.Key;
import bilby.store.Plan;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** {@code POST /rewards/definitions}: creates a reward definition, the next that is counted. */
public final class CreateRewardDefinition implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public CreateRewardDefinition() {
        this(Environment.ofLambda());
    }

    public CreateRewardDefinition(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        Parsed<ObjectNode> body = request.body();
        List<Key<?>> keys = new ArrayList<>(body.list(
                fields -> DefinitionHandle.in(fields).map(this::owner).stream().toList()));
        keys.add(definitions().counter());
        return endpoint.runWithSettings(
                request, context, keys, attempt -> switch (body.then(fields -> parse(attempt, fields))) {
                    case Parsed.Invalid<RewardDefinitionBody>(Answer answer) -> Plan.nothing(answer);
                    case Parsed.Valid<RewardDefinitionBody>(RewardDefinitionBody valid) -> create(attempt, valid);
                });
    }

    private Parsed<RewardDefinitionBody> parse(Attempt attempt, ObjectNode body) {
        Fields fields = attempt.fields(body);
        if (DefinitionHandle.in(body)
                .flatMap(handle -> attempt.get(owner(handle)))
                .isPresent()) {
            fields.refuse("handle", DefinitionHandle.TAKEN);
        }
        return RewardDefinitionBody.parse(fields);
    }

    private Key<String> owner(String handle) {
        return endpoint.store().claims().owner(RewardDefinitionBody.handleClaim(handle));
    }

    private Plan<Answer> create(Attempt attempt, RewardDefinitionBody body) {
        long id = attempt.get(definitions().counter()).orElseThrow() + 1;
        RewardDefinition definition = body.toDefinition(id, 1, attempt.commit(), attempt.now(), attempt.now());
        Claim handle = RewardDefinitionBody.handleClaim(definition.handle());
        return Plan.commit(
                        definitions().add(definition),
                        Answer.created(RewardDefinitionJson.of(
                                definition, attempt.settings().currency())))
                .claiming(endpoint.store().claims().take(handle, Long.toString(id)), DefinitionHandle.taken());
    }

    private Definitions<RewardDefinition> definitions() {
        return endpoint.store().rewardDefinitions();
    }
}
