package bilby.functions.sale;

import bilby.functions.http.Answer;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
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

/** {@code POST /transactions}: records a sale, gives what it earns, and ties it to the redemption that paid for it. */
public final class CreateSale implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public CreateSale() {
        this(Environment.ofLambda());
    }

    public CreateSale(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        Parsed<ObjectNode> body = request.body();
        List<Key<?>> keys = body.list(fields -> NewSale.first(store(), request, fields));
        return endpoint.runWithSettings(request, context, keys, attempt -> switch (body) {
            case Parsed.Invalid<ObjectNode>(Answer answer) -> Plan.nothing(answer);
            case Parsed.Valid<ObjectNode>(ObjectNode fields) ->
                new NewSale(store(), request, attempt, fields).create(IfTaken.REFUSE);
        });
    }

    private Store store() {
        return endpoint.store();
    }
}
