package bilby.functions.balance;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Request;
import bilby.setting.Settings;
import bilby.store.Plan;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** {@code GET /profiles/{profile}/balances}: what can be spent at this instant, by one strongly consistent read. */
public final class ReadBalances implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public ReadBalances() {
        this(Environment.ofLambda());
    }

    public ReadBalances(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        Optional<ProfileId> profile = request.profileId();
        return endpoint.runWithSettings(
                request,
                context,
                profile.map(endpoint.store().wallets()::key).stream().toList(),
                attempt -> Plan.nothing(profile.flatMap(attempt::wallet)
                        .map(wallet -> Answer.ok(balances(attempt, wallet, attempt.settings())))
                        .orElseGet(Answer::notFound)));
    }

    private static ObjectNode balances(Attempt attempt, Wallet wallet, Settings settings) {
        return BalancesJson.of(wallet.balances(attempt.now(wallet)), settings);
    }
}
