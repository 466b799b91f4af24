package bilby.functions.sale;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Request;
import bilby.functions.profile.ProfileWithWallet;
import bilby.redemption.Redemption;
import bilby.sale.Sale;
import bilby.store.Plan;
import bilby.store.Store;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Optional;

/** {@code DELETE /transactions/{id}}: forgets a sale, takes back what it earned, and frees the redemption that paid for it. */
public final class DeleteSale implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public DeleteSale() {
        this(Environment.ofLambda());
    }

    public DeleteSale(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        return endpoint.runWithSettings(
                request,
                context,
                SalePath.first(request, store()),
                attempt -> SalePath.find(request, attempt, store())
                        .map(sale -> delete(sale, attempt))
                        .orElseGet(() -> Plan.nothing(Answer.notFound())));
    }

    private Plan<Answer> delete(Sale sale, Attempt attempt) {
        Optional<ProfileWithWallet> buyer = sale.profileId().flatMap(id -> ProfileWithWallet.read(store(), id));
        Optional<Redemption> paid = sale.redemptionId()
                .flatMap(id -> attempt.read(store().redemptions().key(id)));
        return new SaleCommits(store(), attempt, IfTaken.REFUSE).delete(sale, buyer, paid);
    }

    private Store store() {
        return endpoint.store();
    }
}
