package bilby.local.handlers;

import bilby.functions.http.Environment;
import bilby.token.Token;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

/** Answers with the scopes of the local token. */
public final class ReadToken implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Environment environment;

    public ReadToken(Environment environment) {
        this.environment = environment;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Token token = environment
                .store()
                .get(environment.store().tokens().key(Token.idOf("local")))
                .orElseThrow();
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(200)
                .withBody(String.join(",", token.scopes()))
                .build();
    }
}
