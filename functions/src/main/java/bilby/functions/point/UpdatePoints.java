package bilby.functions.point;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.functions.reward.LotAnswers;
import bilby.point.PointGrant;
import bilby.store.Plan;
import bilby.wallet.Adjust;
import bilby.wallet.Decision;
import bilby.wallet.Full;
import bilby.wallet.Movement;
import bilby.wallet.Wallet;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

/** {@code PUT /points/{id}}: adjusts what a grant of points holds, and until when. */
public final class UpdatePoints implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public UpdatePoints() {
        this(Environment.ofLambda());
    }

    public UpdatePoints(Environment environment) {
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
                attempt -> reader.find(request, attempt)
                        .map(points -> update(request, attempt, points))
                        .orElseGet(() -> Plan.nothing(Answer.notFound())));
    }

    private Plan<Answer> update(Request request, Attempt attempt, StandingPoints standing) {
        return switch (request.body().then(body -> AdjustBody.parse(attempt.fields(body), standing))) {
            case Parsed.Invalid<AdjustBody>(Answer answer) -> Plan.nothing(answer);
            case Parsed.Valid<AdjustBody>(AdjustBody body) ->
                body.isStale(standing.wallet())
                        ? Plan.nothing(Answer.stale(standing.wallet().version()))
                        : adjust(attempt, standing, body);
        };
    }

    private Plan<Answer> adjust(Attempt attempt, StandingPoints standing, AdjustBody body) {
        Wallet wallet = standing.wallet();
        PointGrant before = standing.grant();
        Adjust adjust = new Adjust(before.lotId(), body.valueRemaining().hundredths(), body.span());
        return switch (adjust.on(wallet, attempt.moment(wallet))) {
            case Decision.Refused<Full> refused -> Plan.nothing(LotAnswers.full());
            case Decision.Moved<Full>(Movement movement)
            when !endpoint.store().wallets().fits(movement.wallet()) -> Plan.nothing(LotAnswers.full());
            case Decision.Moved<Full>(Movement movement) -> {
                PointGrant after = before.adjusted(
                        body.valueInitial(),
                        body.span(),
                        body.description(),
                        body.meta(),
                        movement.entry().at());
                StandingPoints now = new StandingPoints(after, movement.wallet(), standing.definition());
                yield Plan.commit(
                                endpoint.store().moved(movement),
                                Answer.ok(PointsJson.of(
                                        now, attempt.now(), attempt.settings().exchangeRate())))
                        .and(endpoint.store().pointGrants().replace(after));
            }
        };
    }
}
