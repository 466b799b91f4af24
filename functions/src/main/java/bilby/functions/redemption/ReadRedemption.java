package bilby.functions.redemption;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Request;
import bilby.setting.Settings;
import bilby.store.Plan;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;

/** {@code GET /redemptions/{id}}: one redemption, return or reversal as it stands. */
public final class ReadRedemption implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public ReadRedemption() {
        this(Environment.ofLambda());
    }

    public ReadRedemption(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        return endpoint.runWithSettings(
                request,
                context,
                List.of(),
                attempt -> Plan.nothing(request.id().stream()
                        .flatMap(id -> reader(attempt, attempt.settings()).standing(List.of(id)).stream())
                        .filter(found -> !request.isWithinProfile()
                                || request.profileId()
                                        .filter(found.redemption().profileId()::equals)
                                        .isPresent())
                        .map(found -> Answer.ok(RedemptionJson.of(found)))
                        .findFirst()
                        .orElseGet(Answer::notFound)));
    }

    private RedemptionReader reader(Attempt attempt, Settings settings) {
        return new RedemptionReader(endpoint.store(), attempt.now(), settings);
    }
}
