package bilby.functions.catalogue;

import bilby.catalogue.PointDefinition;
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

/**
 * {@code DELETE /points/definitions/{id}}: nothing more can be issued by it. What was issued stays as it is. The built-in
 * definition stays: there are always points to issue.
 */
public final class DeletePointDefinition implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public DeletePointDefinition() {
        this(Environment.ofLambda());
    }

    public DeletePointDefinition(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        Optional<Key<PointDefinition>> key = request.id().map(endpoint.store().pointDefinitions()::key);
        return endpoint.run(
                request,
                context,
                key.stream().toList(),
                attempt -> key.flatMap(attempt::get)
                        .<Plan<Answer>>map(this::delete)
                        .orElseGet(() -> Plan.nothing(Answer.notFound())));
    }

    private Plan<Answer> delete(PointDefinition definition) {
        if (definition.id() == PointDefinition.BUILT_IN.id()) {
            return Plan.nothing(Answer.invalid("id", "The built-in point definition can not be deleted."));
        }
        Claim handle = PointDefinitionBody.handleClaim(definition.handle());
        return Plan.commit(endpoint.store().pointDefinitions().delete(definition), Answer.noContent())
                .and(endpoint.store().claims().free(handle));
    }
}
