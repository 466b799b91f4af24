package bilby.functions.routing;

import bilby.functions.http.Answer;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Request;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.SortedSet;

/** {@code $default}: what no route takes. A doubled slash, a known path with another method, or an unknown path. */
public final class Fallback implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Routes routes;

    public Fallback() {
        this.routes = Routes.packed();
    }

    public Fallback(Environment environment) {
        this();
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        return Endpoint.answering(request, context, () -> answer(request));
    }

    private Answer answer(Request request) {
        String path = request.path();
        if (path.contains("//")) {
            return Answer.movedTo(Request.encoded(path.replaceAll("/{2,}", "/")) + request.rawQuery());
        }
        SortedSet<String> methods = routes.methodsOf(path);
        return methods.isEmpty() ? Answer.notFound() : Answer.wrongMethod(String.join(", ", methods));
    }
}
