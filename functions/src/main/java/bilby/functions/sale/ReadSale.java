package bilby.functions.sale;

import bilby.functions.http.Answer;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Request;
import bilby.sale.Sale;
import bilby.setting.Settings;
import bilby.store.Plan;
import bilby.store.Store;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;

/** {@code GET /transactions/{id}}: one sale, with the redemption that paid for it. */
public final class ReadSale implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public ReadSale() {
        this(Environment.ofLambda());
    }

    public ReadSale(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        return endpoint.runWithSettings(
                request,
                context,
                SalePath.first(request, store()),
                attempt -> Plan.nothing(SalePath.find(request, attempt, store())
                        .map(sale -> ok(sale, attempt.settings()))
                        .orElseGet(Answer::notFound)));
    }

    private Answer ok(Sale sale, Settings settings) {
        return Answer.ok(
                SaleJson.of(new SaleReader(store()).standingOf(List.of(sale)).getFirst(), settings.currency()));
    }

    private Store store() {
        return endpoint.store();
    }
}
