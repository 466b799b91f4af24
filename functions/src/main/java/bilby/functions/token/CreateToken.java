package bilby.functions.token;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Json;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.store.Plan;
import bilby.token.Token;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * {@code POST /auth/api-tokens}: makes a token. Its secret is in this answer and nowhere else; what is stored is the hash
 * of it.
 */
public final class CreateToken implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public CreateToken() {
        this(Environment.ofLambda());
    }

    public CreateToken(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        String secret = endpoint.newSecret();
        return endpoint.run(request, context, attempt -> switch (request.body()
                .then(body -> TokenBody.parse(body, attempt.now()))) {
            case Parsed.Invalid<TokenBody>(Answer answer) -> Plan.nothing(answer);
            case Parsed.Valid<TokenBody>(TokenBody body) -> create(attempt, body, secret);
        });
    }

    private Plan<Answer> create(Attempt attempt, TokenBody body, String secret) {
        Token token = Token.of(secret, body.name(), body.scopes(), attempt.now(), body.expiresAt());
        ObjectNode answer = Json.object().put("accessToken", secret);
        answer.set("token", TokenJson.of(token));
        return Plan.commit(endpoint.store().tokens().add(token), Answer.bareCreated(answer));
    }
}
