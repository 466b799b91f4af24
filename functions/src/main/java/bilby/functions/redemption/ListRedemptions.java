package bilby.functions.redemption;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.functions.list.Column;
import bilby.functions.list.ListQuery;
import bilby.functions.list.Lists;
import bilby.setting.Settings;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** {@code GET /redemptions}: the redemptions of a profile, the newest first, or of all profiles. */
public final class ListRedemptions implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public ListRedemptions() {
        this(Environment.ofLambda());
    }

    public ListRedemptions(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    private static final List<Column> COLUMNS = List.of(
            Column.number("id"),
            Column.text("type"),
            Column.text("profile_id"),
            Column.text("location_id"),
            Column.text("transaction_external_id"),
            Column.text("transaction_receipt_ref"),
            took("has_reward", "reward"),
            took("has_point", "point"),
            Column.time("redeem_at"),
            Column.time("created_at"));

    /** Whether it took from any reward, or from any points. */
    private static Column took(String name, String type) {
        return Column.flag(name)
                .asParameter()
                .of(row -> BooleanNode.valueOf(row.path("items")
                        .valueStream()
                        .anyMatch(item -> item.path("type").asText().equals(type))));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        return endpoint.runWithSettings(
                request,
                context,
                request.profileId().map(store().wallets()::key).stream().toList(),
                attempt -> switch (ListQuery.parse(request, COLUMNS)) {
                    case Parsed.Invalid<ListQuery>(Answer answer) -> Plan.nothing(answer);
                    case Parsed.Valid<ListQuery>(ListQuery query) ->
                        Plan.nothing(list(request, attempt, query, attempt.settings()));
                });
    }

    private Answer list(Request request, Attempt attempt, ListQuery query, Settings settings) {
        RedemptionReader reader = new RedemptionReader(store(), attempt.now(), settings);
        if (!request.isWithinProfile()) {
            return Lists.whole(
                    request,
                    query,
                    store().allRedemptions(),
                    ids -> rows(reader.standing(ids.stream().map(Long::valueOf).toList())));
        }
        Optional<ProfileId> profileId =
                request.profileId().flatMap(attempt::wallet).map(Wallet::profileId);
        return profileId
                .map(id -> Lists.known(request, query, store().redemptionsOf(id), ids -> rows(reader.standing(ids))))
                .orElseGet(Answer::notFound);
    }

    private static List<ObjectNode> rows(List<StandingRedemption> redemptions) {
        return redemptions.stream().map(RedemptionJson::of).toList();
    }

    private Store store() {
        return endpoint.store();
    }
}
