package bilby.functions.token;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Request;
import bilby.store.Key;
import bilby.store.Plan;
import bilby.token.Token;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Optional;

/** {@code DELETE /auth/api-tokens/{id}}: revokes a token, from the next request on. Revoked again, it stays revoked. */
public final class RevokeToken implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public RevokeToken() {
        this(Environment.ofLambda());
    }

    public RevokeToken(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        Optional<Key<Token>> key = Optional.of(request.path("id"))
                .filter(Token::canBeId)
                .map(endpoint.store().tokens()::key);
        return endpoint.run(
                request,
                context,
                key.stream().toList(),
                attempt -> key.flatMap(attempt::get)
                        .map(token -> revoke(attempt, token))
                        .orElseGet(() -> Plan.nothing(Answer.notFound())));
    }

    private Plan<Answer> revoke(Attempt attempt, Token token) {
        return token.isRevoked()
                ? Plan.nothing(Answer.noContent())
                : Plan.commit(endpoint.store().tokens().revoke(token.revoked(attempt.now())), Answer.noContent());
    }
}
