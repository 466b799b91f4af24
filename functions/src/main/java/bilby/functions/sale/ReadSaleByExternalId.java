package bilby.functions.sale;

import bilby.functions.http.Answer;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Request;
import bilby.setting.Settings;
import bilby.store.Key;
import bilby.store.Plan;
import bilby.store.Store;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;

/** {@code GET /transactions/external/{external_id}}: one sale, by the id that the till gave it. */
public final class ReadSaleByExternalId implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public ReadSaleByExternalId() {
        this(Environment.ofLambda());
    }

    public ReadSaleByExternalId(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        Key<Settings> settings = store().settings().key();
        return endpoint.run(
                request,
                context,
                List.of(settings),
                attempt -> Plan.nothing(attempt.owner(request.path("external_id"), SaleCommits::claim)
                        .flatMap(id -> new SaleReader(store())
                                .standing(List.of(Long.valueOf(id))).stream().findFirst())
                        .map(sale -> Answer.ok(
                                SaleJson.of(sale, attempt.settings(settings).currency())))
                        .orElseGet(Answer::notFound)));
    }

    private Store store() {
        return endpoint.store();
    }
}
