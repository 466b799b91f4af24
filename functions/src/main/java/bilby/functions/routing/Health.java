package bilby.functions.routing;

import bilby.functions.http.Answer;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Json;
import bilby.functions.http.Request;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

/** {@code GET /api/health}: says that functions answer. It needs no token, and reads nothing. */
public final class Health implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    public Health() {}

    public Health(Environment environment) {}

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Endpoint.answering(
                Request.of(event), context, () -> Answer.bare(Json.object().put("status", "ok")));
    }
}
