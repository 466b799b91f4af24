package bilby.functions.point;

import bilby.functions.http.Answer;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Request;
import bilby.store.Plan;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

/** {@code GET /points/{id}}: one grant of points as it stands. */
public final class ReadPoints implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public ReadPoints() {
        this(Environment.ofLambda());
    }

    public ReadPoints(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        PointsReader reader = new PointsReader(endpoint.store());
        return endpoint.runWithSettings(
                request,
                context,
                reader.first(request),
                attempt -> Plan.nothing(reader.find(request, attempt)
                        .map(points -> Answer.ok(PointsJson.of(
                                points, attempt.now(), attempt.settings().exchangeRate())))
                        .orElseGet(Answer::notFound)));
    }
}
