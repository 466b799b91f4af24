package bilby.functions.redemption;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.redemption.Redemption;
import bilby.setting.Settings;
import bilby.store.Plan;
import bilby.wallet.Decision;
import bilby.wallet.Movement;
import bilby.wallet.ProfileId;
import bilby.wallet.Redeem;
import bilby.wallet.Wallet;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Optional;

/** {@code POST /profiles/{profile}/redeem}: spends rewards and points, the nearest expiry first. */
public final class RedeemRewards implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final Answer TOO_MANY = Answer.invalid(
            "amount", "The amount takes from more rewards and points than one redemption can: redeem it in parts.");

    private final Endpoint endpoint;

    public RedeemRewards() {
        this(Environment.ofLambda());
    }

    public RedeemRewards(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        Optional<ProfileId> profileId = request.profileId();
        return endpoint.runWithSettings(
                request,
                context,
                profileId.map(endpoint.store().wallets()::key).stream().toList(),
                attempt -> profileId
                        .flatMap(attempt::wallet)
                        .map(wallet -> redeem(request, attempt, wallet, attempt.settings()))
                        .orElseGet(() -> Plan.nothing(Answer.notFound())));
    }

    private Plan<Answer> redeem(Request request, Attempt attempt, Wallet wallet, Settings settings) {
        return switch (request.query()
                .flag("dry_run")
                .then(isDryRun ->
                        request.body().then(body -> RedeemBody.parse(attempt.fields(body), isDryRun, settings)))) {
            case Parsed.Invalid<RedeemBody>(Answer answer) -> Plan.nothing(answer);
            case Parsed.Valid<RedeemBody>(RedeemBody body) ->
                switch (body.toCommand(attempt.newId()).on(wallet, attempt.moment(wallet))) {
                    case Decision.Refused<Redeem.Refusal>(Redeem.Refusal why) -> Plan.nothing(refused(why));
                    case Decision.Moved<Redeem.Refusal>(Movement movement) ->
                        endpoint.store().ledger().fits(movement.entry())
                                ? redeem(attempt, movement, body, settings)
                                : Plan.nothing(TOO_MANY);
                };
        };
    }

    private Plan<Answer> redeem(Attempt attempt, Movement movement, RedeemBody body, Settings settings) {
        Redemption redemption = body.toRedemption(attempt.newId(), movement);
        return body.isDryRun()
                ? Plan.nothing(Answer.ok(RedemptionJson.dryRun(redemption, movement, settings)))
                : Plan.commit(
                                endpoint.store().moved(movement),
                                Answer.created(RedemptionJson.made(redemption, movement, settings)))
                        .and(endpoint.store().redemptions().add(redemption));
    }

    private static Answer refused(Redeem.Refusal why) {
        return switch (why) {
            case Redeem.Refusal.NothingToSpend() ->
                Answer.invalid("amount", "The profile has nothing to redeem by these strategies.");
            case Redeem.Refusal.NotCovered(var available) ->
                Answer.invalid(
                        "amount", "The amount may not be greater than " + available + ", which is all there is.");
        };
    }
}
