package bilby.functions.point;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.functions.list.Column;
import bilby.functions.list.ListQuery;
import bilby.functions.list.Lists;
import bilby.money.ExchangeRate;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.wallet.Lot;
import bilby.wallet.Wallet;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** {@code GET /points}: the grants of points of a profile, the newest first, or of all profiles. */
public final class ListPoints implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public ListPoints() {
        this(Environment.ofLambda());
    }

    public ListPoints(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    private static final List<Column> COLUMNS = List.of(
            Column.text("profile_id"),
            Column.number("value_initial"),
            Column.time("issued_at"),
            Column.time("accrued_at"),
            Column.time("expires_at"),
            Column.number("source_id").at("/source/id"),
            Column.text("source_type"));

    /** What is left changes with each redemption, so over all profiles there is no filtering by it. */
    private static final List<Column> COLUMNS_WITHIN_PROFILE = Stream.concat(
                    COLUMNS.stream(), Stream.of(Column.number("value_remaining")))
            .toList();

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        List<Column> columns = request.isWithinProfile() ? COLUMNS_WITHIN_PROFILE : COLUMNS;
        return endpoint.runWithSettings(
                request,
                context,
                request.profileId().map(store().wallets()::key).stream().toList(),
                attempt -> Plan.nothing(
                        switch (ListQuery.parse(request, columns)) {
                            case Parsed.Invalid<ListQuery>(Answer answer) -> answer;
                            case Parsed.Valid<ListQuery>(ListQuery query) ->
                                request.isWithinProfile()
                                        ? ofProfile(request, attempt, query)
                                        : ofAll(request, attempt, query);
                        }));
    }

    private Answer ofProfile(Request request, Attempt attempt, ListQuery query) {
        PointsReader reader = new PointsReader(store());
        return request.profileId()
                .flatMap(attempt::wallet)
                .map(wallet -> Lists.known(
                        request, query, ids(wallet), ids -> rows(attempt, reader.standing(ids, List.of(wallet)))))
                .orElseGet(Answer::notFound);
    }

    /** The index lags behind by a moment; but whatever was issued just now is in the wallet. */
    private List<Long> ids(Wallet wallet) {
        Stream<Long> open = wallet.lots().stream()
                .filter(lot -> !lot.isReward())
                .map(Lot::id)
                .map(lot -> lot.id());
        return Stream.concat(store().pointGrantsOf(wallet.profileId()).stream(), open)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private Answer ofAll(Request request, Attempt attempt, ListQuery query) {
        PointsReader reader = new PointsReader(store());
        return Lists.whole(
                request,
                query,
                store().allPointGrants(),
                ids -> rows(
                        attempt, reader.standing(ids.stream().map(Long::valueOf).toList())));
    }

    private static List<ObjectNode> rows(Attempt attempt, List<StandingPoints> points) {
        ExchangeRate rate = attempt.settings().exchangeRate();
        return points.stream()
                .map(grant -> PointsJson.of(grant, attempt.now(), rate))
                .toList();
    }

    private Store store() {
        return endpoint.store();
    }
}
