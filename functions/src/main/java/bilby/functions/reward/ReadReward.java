package bilby.functions.reward;

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
        Key<Settings> settings = endpoint.store().settings().key();
        List<Key<?>> keys = new ArrayList<>(reader.first(request));
        keys.add(settings);
        return endpoint.run(
                request,
                context,
                keys,
                attempt -> Plan.nothing(reader.find(request, attempt)
                        .map(reward -> Answer.ok(RewardJson.of(
                                reward,
                                attempt.now(),
                                attempt.settings(settings).currency())))
                        .orElseGet(Answer::notFound)));
    }
}
