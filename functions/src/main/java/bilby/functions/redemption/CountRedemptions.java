package bilby.functions.redemption;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Json;
import bilby.functions.http.Request;
import bilby.store.Plan;
import bilby.wallet.Action;
import bilby.wallet.Entry;
import bilby.wallet.LotId;
import bilby.wallet.Wallet;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /profiles/{profile}/redemptions/{type}/{id}/count}: how many redemptions took from a reward or from points,
 * also those that were undone since. The profile's ledger tells it, and knows what has been deleted too.
 */
public final class CountRedemptions implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public CountRedemptions() {
        this(Environment.ofLambda());
    }

    public CountRedemptions(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        return endpoint.run(
                request,
                context,
                request.profileId().map(endpoint.store().wallets()::key).stream()
                        .toList(),
                attempt -> Plan.nothing(count(request, attempt)
                        .map(count -> Answer.ok(Json.object().put("count", count)))
                        .orElseGet(Answer::notFound)));
    }

    /** Empty if the profile never had such a reward or points. */
    private Optional<Long> count(Request request, Attempt attempt) {
        Optional<LotId> lot = lot(request);
        Optional<Wallet> wallet = request.profileId().flatMap(attempt::wallet);
        if (lot.isEmpty() || wallet.isEmpty()) {
            return Optional.empty();
        }
        List<Action> movements = endpoint.store()
                .entriesOf(wallet.get().profileId(), wallet.get().version())
                .filter(entry -> isOf(entry, lot.get()))
                .map(Entry::action)
                .toList();
        return Optional.of(movements)
                .filter(known -> !known.isEmpty())
                .map(known ->
                        known.stream().filter(action -> action == Action.REDEEM).count());
    }

    private static boolean isOf(Entry entry, LotId lot) {
        return entry.lines().stream().anyMatch(line -> line.lot().equals(lot));
    }

    private static Optional<LotId> lot(Request request) {
        return request.id().flatMap(id -> switch (request.path("type")) {
            case "reward" -> Optional.of(LotId.reward(id));
            case "point" -> Optional.of(LotId.points(id));
            default -> Optional.empty();
        });
    }
}
