package bilby.functions.profile;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Errors;
import bilby.functions.http.Request;
import bilby.store.Plan;
import bilby.store.Store;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;

/** {@code GET /identities/search}: the identity of a handle and an identifier, whoever has it. */
public final class FindIdentity implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public FindIdentity() {
        this(Environment.ofLambda());
    }

    public FindIdentity(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        return endpoint.runWithSettings(request, context, List.of(), attempt -> Plan.nothing(find(request, attempt)));
    }

    private Answer find(Request request, Attempt attempt) {
        Errors errors = new Errors();
        String handle = required(request, "handle", errors);
        String identifier = required(request, "identifier", errors);
        return errors.isEmpty()
                ? IdentifierOwners.under(attempt, store(), handle, identifier).stream()
                        .flatMap(found -> found.profile().identities().stream()
                                .filter(identity -> identity.isNamed(handle, identifier))
                                .map(identity -> Answer.ok(IdentityJson.of(request, attempt, found, identity))))
                        .findFirst()
                        .orElseGet(Answer::notFound)
                : Answer.invalid(errors);
    }

    private static String required(Request request, String name, Errors errors) {
        String text = request.query().get(name).orElse("");
        if (text.isEmpty()) {
            errors.add(name, "The " + name + " field is required.");
        }
        return text;
    }

    private Store store() {
        return endpoint.store();
    }
}
