package bilby.functions.sale;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.functions.list.Column;
import bilby.functions.list.ListQuery;
import bilby.functions.list.Lists;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.wallet.ProfileId;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** {@code GET /transactions}: the sales to a profile, the newest first, or all sales. */
public final class ListSales implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public ListSales() {
        this(Environment.ofLambda());
    }

    public ListSales(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    private static final List<Column> COLUMNS = List.of(
            Column.number("id"),
            Column.text("profile_id"),
            Column.text("external_id"),
            Column.number("redemption_id"),
            Column.number("total"),
            Column.time("transacted_at"),
            Column.text("timezone"),
            Column.text("receipt_ref"),
            Column.text("location_id"),
            Column.text("type"),
            Column.text("status"),
            Column.text("order_number"),
            Column.flag("is_void"),
            Column.text("tags.handle").at("/tags"));

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
                        Plan.nothing(
                                list(request, attempt, query, attempt.settings().currency()));
                });
    }

    private Answer list(Request request, Attempt attempt, ListQuery query, String currency) {
        Optional<String> externalId = query.equalTo("external_id");
        if (request.isWithinProfile()) {
            return request.profileId()
                    .flatMap(attempt::wallet)
                    .map(wallet -> Lists.known(
                            request,
                            query,
                            externalId
                                    .map(id -> ofExternalId(attempt, id, Optional.of(wallet.profileId())))
                                    .orElseGet(() -> store().salesOf(wallet.profileId())),
                            ids -> rows(ids, currency)))
                    .orElseGet(Answer::notFound);
        }
        return externalId.isPresent()
                ? Lists.known(
                        request,
                        query,
                        ofExternalId(attempt, externalId.get(), Optional.empty()),
                        ids -> rows(ids, currency))
                : Lists.whole(
                        request,
                        query,
                        store().allSales(),
                        ids -> rows(ids.stream().map(Long::valueOf).toList(), currency));
    }

    /** The sale of that id, if it is to the one whose sales are asked for. */
    private List<Long> ofExternalId(Attempt attempt, String externalId, Optional<ProfileId> buyer) {
        return attempt.owner(SaleCommits.claim(externalId)).map(Long::valueOf).stream()
                .filter(id -> buyer.isEmpty()
                        || attempt.read(store().sales().key(id))
                                .filter(sale -> sale.profileId().equals(buyer))
                                .isPresent())
                .toList();
    }

    private List<ObjectNode> rows(List<Long> ids, String currency) {
        return new SaleReader(store())
                .standing(ids).stream().map(sale -> SaleJson.of(sale, currency)).toList();
    }

    private Store store() {
        return endpoint.store();
    }
}
