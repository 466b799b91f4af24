package bilby.functions.token;

import bilby.functions.http.Answer;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Request;
import bilby.store.Plan;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

/** {@code GET /auth/api-tokens/current}: the bearer's own token, so that a client knows what it may do. */
public final class ReadCurrentToken implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public ReadCurrentToken() {
        this(Environment.ofLambda());
    }

    public ReadCurrentToken(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        return endpoint.run(
                request,
                context,
                attempt -> Plan.nothing(request.tokenId()
                        .map(endpoint.store().tokens()::key)
                        .flatMap(attempt::get)
                        .map(token -> Answer.bare(TokenJson.of(token)))
                        .orElseGet(Answer::unauthenticated)));
    }
}
