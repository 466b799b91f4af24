package bilby.functions.redemption;

import bilby.functions.http.Answer;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Request;
import bilby.redemption.RedemptionType;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Optional;

/** {@code POST /redemptions/{id}/reversal}: undoes what is left of a redemption, for some minutes after it. */
public final class ReverseRedemption implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public ReverseRedemption() {
        this(Environment.ofLambda());
    }

    public ReverseRedemption(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        return endpoint.runWithSettings(
                request,
                context,
                RedemptionUndo.first(endpoint.store(), request),
                attempt -> new RedemptionUndo(endpoint.store(), attempt, RedemptionType.REVERSAL)
                        .plan(request, (found, body) -> refusal(found)));
    }

    private static Optional<Answer> refusal(RedemptionUndo.Found found) {
        return found.now()
                        .isAfter(found.redemption()
                                .createdAt()
                                .plus(found.settings().reversalWindow()))
                ? Optional.of(Answer.invalid(
                        "redemption_id",
                        "A redemption can be reversed for "
                                + found.settings().reversalWindow().toMinutes()
                                + " minutes only; return it instead."))
                : Optional.empty();
    }
}
