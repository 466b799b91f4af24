package bilby.functions.catalogue;

import bilby.catalogue.RewardDefinition;
import bilby.functions.http.Answer;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Request;
import bilby.setting.Settings;
import bilby.store.Key;
import bilby.store.Plan;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.ArrayList;
import java.util.List;
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
        Key<Settings> settings = endpoint.store().settings().key();
        Optional<Key<RewardDefinition>> key = request.id().map(endpoint.store().definitions()::key);
        List<Key<?>> keys = new ArrayList<>(List.of(settings));
        key.ifPresent(keys::add);
        return endpoint.run(
                request,
                context,
                keys,
                attempt -> Plan.nothing(key.flatMap(attempt::get)
                        .map(definition -> Answer.ok(RewardDefinitionJson.of(
                                definition, attempt.settings(settings).currency())))
                        .orElseGet(Answer::notFound)));
    }
}
