package bilby.functions.ledger;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.functions.list.Column;
import bilby.functions.list.ListQuery;
import bilby.functions.list.Lists;
import bilby.functions.profile.ProfileWithWallet;
import bilby.store.Key;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.wallet.ProfileId;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** {@code GET /profiles/{profile}/ledgers}: all movements of a profile's wallet, the newest first. */
public final class ListLedger implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public ListLedger() {
        this(Environment.ofLambda());
    }

    public ListLedger(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    private static final List<Column> COLUMNS =
            List.of(Column.text("action"), Column.text("type"), Column.time("created_at"));

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        Optional<ProfileId> id = request.profileId();
        List<Key<?>> keys =
                id.map(profile -> ProfileWithWallet.keys(store(), profile)).orElse(List.of());
        return endpoint.runWithSettings(request, context, keys, attempt -> switch (ListQuery.parse(request, COLUMNS)) {
            case Parsed.Invalid<ListQuery>(Answer answer) -> Plan.nothing(answer);
            case Parsed.Valid<ListQuery>(ListQuery query) ->
                Plan.nothing(id.flatMap(profile -> ProfileWithWallet.first(attempt, store(), profile))
                        .map(owner -> list(request, attempt, query, owner))
                        .orElseGet(Answer::notFound));
        });
    }

    /** The wallet says how many entries there are; those that are made while they are read are left out. */
    private Answer list(Request request, Attempt attempt, ListQuery query, ProfileWithWallet owner) {
        long newest = owner.wallet().version();
        LedgerReader reader = new LedgerReader(store(), owner, attempt);
        return Lists.outlined(
                request,
                query,
                LongStream.range(0, newest).mapToObj(older -> newest - older).toList(),
                () -> store().entriesOf(owner.id(), newest).map(LedgerJson::outline),
                reader::rows);
    }

    private Store store() {
        return endpoint.store();
    }
}
