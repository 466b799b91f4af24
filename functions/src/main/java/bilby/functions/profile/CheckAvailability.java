package bilby.functions.profile;

import bilby.claim.Claim;
import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Fields;
import bilby.functions.http.Json;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.store.Key;
import bilby.store.Plan;
import bilby.store.Store;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code POST /profiles/availability}: whether an e-mail or phone is free, and whose it is if it is not. */
public final class CheckAvailability implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public CheckAvailability() {
        this(Environment.ofLambda());
    }

    public CheckAvailability(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        Parsed<Map<String, Claim>> parsed = request.body().then(CheckAvailability::claims);
        List<Key<?>> keys = parsed.list(claims ->
                claims.values().stream().<Key<?>>map(store().claims()::owner).toList());
        return endpoint.run(
                request,
                context,
                keys,
                attempt -> Plan.nothing(
                        switch (parsed) {
                            case Parsed.Invalid<Map<String, Claim>>(Answer answer) -> answer;
                            case Parsed.Valid<Map<String, Claim>>(Map<String, Claim> claims) ->
                                Answer.ok(answer(attempt, claims));
                        }));
    }

    /** The claims of what the body asks about, by its fields. */
    private static Parsed<Map<String, Claim>> claims(ObjectNode body) {
        Fields fields = Fields.of(body);
        Map<String, Claim> claims = new TreeMap<>();
        fields.get("email").email().map(Claim::email).ifPresent(claim -> claims.put("email", claim));
        fields.get("mobile_phone").reference().map(Claim::phone).ifPresent(claim -> claims.put("mobile_phone", claim));
        if (!fields.has("email") && !fields.has("mobile_phone")) {
            fields.refuse("email", "An email or a mobile phone is required.");
        }
        return fields.parsed(() -> claims);
    }

    private ObjectNode answer(Attempt attempt, Map<String, Claim> claims) {
        ObjectNode answer = Json.object();
        claims.forEach((field, claim) -> {
            Optional<String> owner = attempt.get(store().claims().owner(claim));
            ObjectNode said = answer.putObject(field).put("available", owner.isEmpty());
            said.set("profile", Json.orNull(owner.map(id -> Json.object().put("id", id))));
        });
        return answer;
    }

    private Store store() {
        return endpoint.store();
    }
}
