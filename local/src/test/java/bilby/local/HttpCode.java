package bilby.local;

import bilby.local.lambda.Code;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

/** The code of a function behind the HTTP API, for a lambda expression, which does not say its types. */
public final class HttpCode {

    private HttpCode() {}

    public static Code<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> of(
            RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler) {
        return new Code<>(handler, APIGatewayV2HTTPEvent.class, APIGatewayV2HTTPResponse.class);
    }
}
