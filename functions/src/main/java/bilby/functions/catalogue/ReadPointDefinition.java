package bilby.functions.catalogue;

import bilby.catalogue.PointDefinition;
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

/** {@code GET /points/definitions/{id}}: one point definition as it is now. */
public final class ReadPointDefinition implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public ReadPointDefinition() {
        this(Environment.ofLambda());
    }

    public ReadPointDefinition(Environment environment) {
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
                attempt -> Plan.nothing(key.flatMap(attempt::get)
                        .map(definition -> Answer.ok(PointDefinitionJson.of(definition)))
                        .orElseGet(Answer::notFound)));
    }
}
