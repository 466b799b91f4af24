package bilby.functions.catalogue;

import bilby.catalogue.PointDefinition;
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

/** {@code POST /points/definitions}: creates a point definition, the next that is counted. */
public final class CreatePointDefinition implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public CreatePointDefinition() {
        this(Environment.ofLambda());
    }

    public CreatePointDefinition(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        Parsed<ObjectNode> body = request.body();
        List<Key<?>> keys = new ArrayList<>(body.list(
                fields -> DefinitionHandle.in(fields).map(this::owner).stream().toList()));
        keys.add(definitions().counter());
        keys.add(builtIn());
        return endpoint.runWithSettings(
                request, context, keys, attempt -> switch (body.then(fields -> parse(attempt, fields))) {
                    case Parsed.Invalid<PointDefinitionBody>(Answer answer) -> Plan.nothing(answer);
                    case Parsed.Valid<PointDefinitionBody>(PointDefinitionBody valid) -> create(attempt, valid);
                });
    }

    private Parsed<PointDefinitionBody> parse(Attempt attempt, ObjectNode body) {
        Fields fields = attempt.fields(body);
        if (DefinitionHandle.in(body).filter(handle -> isTaken(attempt, handle)).isPresent()) {
            fields.refuse("handle", DefinitionHandle.TAKEN);
        }
        return PointDefinitionBody.parse(fields);
    }

    private boolean isTaken(Attempt attempt, String handle) {
        return attempt.get(owner(handle)).isPresent()
                || attempt.get(builtIn())
                        .filter(builtIn -> builtIn.handle().equals(handle))
                        .isPresent();
    }

    private Plan<Answer> create(Attempt attempt, PointDefinitionBody body) {
        long id = attempt.get(definitions().counter()).orElseThrow() + 1;
        PointDefinition definition = body.toDefinition(id, 1, attempt.commit(), attempt.now(), attempt.now());
        Claim handle = PointDefinitionBody.handleClaim(definition.handle());
        return Plan.commit(definitions().add(definition), Answer.created(PointDefinitionJson.of(definition)))
                .claiming(endpoint.store().claims().take(handle, Long.toString(id)), DefinitionHandle.taken());
    }

    private Key<String> owner(String handle) {
        return endpoint.store().claims().owner(PointDefinitionBody.handleClaim(handle));
    }

    private Key<PointDefinition> builtIn() {
        return definitions().key(PointDefinition.BUILT_IN.id());
    }

    private Definitions<PointDefinition> definitions() {
        return endpoint.store().pointDefinitions();
    }
}
