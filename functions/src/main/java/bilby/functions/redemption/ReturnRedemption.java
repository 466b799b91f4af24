package bilby.functions.redemption;

import bilby.functions.http.Answer;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Request;
import bilby.money.Money;
import bilby.redemption.Redemption;
import bilby.redemption.RedemptionType;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Optional;

/** {@code POST /redemptions/{id}/return}: gives a redemption back, whole or in parts, whenever it was. */
public final class ReturnRedemption implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public ReturnRedemption() {
        this(Environment.ofLambda());
    }

    public ReturnRedemption(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        return endpoint.runWithSettings(
                request,
                context,
                RedemptionUndo.first(endpoint.store(), request),
                attempt -> new RedemptionUndo(endpoint.store(), attempt, RedemptionType.RETURN)
                        .plan(request, ReturnRedemption::refusal));
    }

    private static Optional<Answer> refusal(RedemptionUndo.Found found, UndoBody body) {
        Redemption redemption = found.redemption();
        Money left = redemption.left();
        return body.amount().filter(amount -> amount.compareTo(left) > 0).isPresent()
                ? Optional.of(Answer.invalid(
                        "amount",
                        "The amount may not be greater than " + left + ", which is all that is left to return."))
                : Optional.empty();
    }
}
