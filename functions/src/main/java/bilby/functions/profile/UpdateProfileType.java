package bilby.functions.profile;

import bilby.functions.http.Answer;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Fields;
import bilby.functions.http.Json;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.store.Key;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.wallet.ProfileId;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** {@code PUT /profiles/{profile}/update-type}: changes what type of member somebody is, and nothing else. */
public final class UpdateProfileType implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final String TYPE = "profile_type";

    private final Endpoint endpoint;

    public UpdateProfileType() {
        this(Environment.ofLambda());
    }

    public UpdateProfileType(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        Optional<ProfileId> id = request.profileId();
        List<Key<?>> keys =
                id.map(profile -> ProfileWithWallet.keys(store(), profile)).orElse(List.of());
        Parsed<ObjectNode> type = request.body().then(UpdateProfileType::type);
        return endpoint.runWithSettings(
                request,
                context,
                keys,
                attempt -> id.flatMap(profile -> ProfileWithWallet.first(attempt, store(), profile))
                        .map(found -> UpdateProfile.change(store(), attempt, found, type))
                        .orElseGet(() -> Plan.nothing(Answer.notFound())));
    }

    /** The body without whatever else it has. */
    private static Parsed<ObjectNode> type(ObjectNode body) {
        Fields fields = Fields.of(body);
        fields.get(TYPE).required();
        return fields.parsed(() -> Json.object().set(TYPE, body.get(TYPE)));
    }

    private Store store() {
        return endpoint.store();
    }
}
