package bilby.functions.reward;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.reward.Reward;
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

/** {@code PUT /rewards/{id}}: adjusts what a reward holds, and until when. */
public final class UpdateReward implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public UpdateReward() {
        this(Environment.ofLambda());
    }

    public UpdateReward(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        RewardReader reader = new RewardReader(endpoint.store());
        return endpoint.runWithSettings(
                request,
                context,
                reader.first(request),
                attempt -> reader.find(request, attempt)
                        .map(reward -> update(request, attempt, reward))
                        .orElseGet(() -> Plan.nothing(Answer.notFound())));
    }

    private Plan<Answer> update(Request request, Attempt attempt, StandingReward standing) {
        return switch (request.body().then(body -> AdjustBody.parse(attempt.fields(body), standing))) {
            case Parsed.Invalid<AdjustBody>(Answer answer) -> Plan.nothing(answer);
            case Parsed.Valid<AdjustBody>(AdjustBody body) ->
                body.isStale(standing.wallet())
                        ? Plan.nothing(Answer.stale(standing.wallet().version()))
                        : adjust(attempt, standing, body);
        };
    }

    private Plan<Answer> adjust(Attempt attempt, StandingReward standing, AdjustBody body) {
        Wallet wallet = standing.wallet();
        Reward before = standing.reward();
        Adjust adjust = new Adjust(before.lotId(), body.valueRemaining().cents(), body.span());
        return switch (adjust.on(wallet, attempt.moment(wallet))) {
            case Decision.Refused<Full> refused -> Plan.nothing(LotAnswers.full());
            case Decision.Moved<Full>(Movement movement)
            when !endpoint.store().wallets().fits(movement.wallet()) -> Plan.nothing(LotAnswers.full());
            case Decision.Moved<Full>(Movement movement) -> {
                Reward after = before.adjusted(
                        body.valueInitial(),
                        body.span(),
                        body.meta(),
                        movement.entry().at());
                StandingReward now = new StandingReward(after, movement.wallet(), standing.definition());
                yield Plan.commit(
                                endpoint.store().moved(movement),
                                Answer.ok(RewardJson.of(
                                        now, attempt.now(), attempt.settings().currency())))
                        .and(endpoint.store().rewards().replace(after));
            }
        };
    }
}
