package bilby.functions.profile;

import bilby.functions.http.Answer;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Json;
import bilby.functions.http.Request;
import bilby.store.Plan;
import bilby.store.Store;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;

/** {@code GET /identities/search-profile/{identifier}}: whoever an identifier names, under whatever handle. */
public final class FindProfilesByIdentifier implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public FindProfilesByIdentifier() {
        this(Environment.ofLambda());
    }

    public FindProfilesByIdentifier(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        return endpoint.runWithSettings(
                request,
                context,
                List.of(),
                attempt -> Plan.nothing(Answer.ok(Json.array()
                        .addAll(IdentifierOwners.named(attempt, store(), request.path("identifier")).stream()
                                .map(found -> found.toJson(attempt, attempt.settings()))
                                .toList()))));
    }

    private Store store() {
        return endpoint.store();
    }
}
