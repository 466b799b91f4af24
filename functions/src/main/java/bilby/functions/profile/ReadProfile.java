package bilby.functions.profile;

import bilby.functions.http.Answer;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Request;
import bilby.store.Key;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.wallet.ProfileId;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Optional;

/** {@code GET /profiles/{profile}}: one profile, with its balances at this instant. */
public final class ReadProfile implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public ReadProfile() {
        this(Environment.ofLambda());
    }

    public ReadProfile(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        Optional<ProfileId> id = request.profileId();
        List<Key<?>> keys =
                id.map(profile -> ProfileWithWallet.keys(store(), profile)).orElse(List.of());
        return endpoint.runWithSettings(
                request,
                context,
                keys,
                attempt -> Plan.nothing(id.flatMap(profile -> ProfileWithWallet.first(attempt, store(), profile))
                        .map(found -> Answer.ok(found.toJson(attempt, attempt.settings())))
                        .orElseGet(Answer::notFound)));
    }

    private Store store() {
        return endpoint.store();
    }
}
