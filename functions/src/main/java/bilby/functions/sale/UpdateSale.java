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
import java.util.ArrayList;
import java.util.List;

/** {@code PUT /transactions/{id}}: changes the fields that the body has. Voiding a sale frees the redemption that paid for it. */
public final class UpdateSale implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public UpdateSale() {
        this(Environment.ofLambda());
    }

    public UpdateSale(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        Parsed<ObjectNode> body = request.body();
        List<Key<?>> keys = new ArrayList<>(SalePath.first(request, store()));
        keys.add(BuyersMoves.definition(store()));
        return endpoint.runWithSettings(
                request,
                context,
                keys,
                attempt -> SalePath.find(request, attempt, store())
                        .map(sale -> switch (body) {
                            case Parsed.Invalid<ObjectNode>(Answer answer) -> Plan.<Answer>nothing(answer);
                            case Parsed.Valid<ObjectNode>(ObjectNode fields) ->
                                new ChangedSale(store(), attempt, sale, fields).update(IfTaken.REFUSE);
                        })
                        .orElseGet(() -> Plan.nothing(Answer.notFound())));
    }

    private Store store() {
        return endpoint.store();
    }
}
