package bilby.functions.profile;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Json;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.functions.list.Column;
import bilby.functions.list.ListQuery;
import bilby.functions.list.Lists;
import bilby.store.Key;
import bilby.store.Plan;
import bilby.store.Store;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** {@code GET /identities}: the identities of a profile, in its own order, or of all profiles. */
public final class ListIdentities implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final List<Column> COLUMNS =
            List.of(Column.text("handle"), Column.text("identifier"), Column.flag("is_active"));

    private static final String ROWS = "rows";

    private final Endpoint endpoint;

    public ListIdentities() {
        this(Environment.ofLambda());
    }

    public ListIdentities(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        List<Key<?>> keys = request.profileId()
                .map(profile -> ProfileWithWallet.keys(store(), profile))
                .orElse(List.of());
        return endpoint.runWithSettings(
                request,
                context,
                keys,
                attempt -> Plan.nothing(
                        switch (ListQuery.parse(request, COLUMNS)) {
                            case Parsed.Invalid<ListQuery>(Answer answer) -> answer;
                            case Parsed.Valid<ListQuery>(ListQuery query) ->
                                request.isWithinProfile()
                                        ? ofProfile(request, attempt, query)
                                        : ofAll(request, attempt, query);
                        }));
    }

    private Answer ofProfile(Request request, Attempt attempt, ListQuery query) {
        return request.profileId()
                .flatMap(id -> ProfileWithWallet.first(attempt, store(), id))
                .map(found -> Lists.known(request, query, IdentityJson.all(request, attempt, found), rows -> rows))
                .orElseGet(Answer::notFound);
    }

    private Answer ofAll(Request request, Attempt attempt, ListQuery query) {
        return query.equalTo("identifier")
                .map(identifier -> Lists.known(
                        request,
                        query,
                        owners(attempt, query, identifier).stream()
                                .flatMap(found -> IdentityJson.all(request, attempt, found).stream())
                                .toList(),
                        rows -> rows))
                .orElseGet(() -> Lists.whole(
                        request,
                        query,
                        store().allProfiles(),
                        ids -> ProfileWithWallet.all(attempt, store(), ids).stream()
                                .map(found -> group(request, attempt, found))
                                .toList(),
                        ListIdentities::rows));
    }

    private List<ProfileWithWallet> owners(Attempt attempt, ListQuery query, String identifier) {
        return query.equalTo("handle")
                .map(handle -> IdentifierOwners.under(attempt, store(), handle, identifier))
                .orElseGet(() -> ProfileWithWallet.all(
                        attempt, store(), store().profilesIdentified(identifier, IdentifierOwners.MOST)));
    }

    /** A profile with nothing but its identities. */
    private static ObjectNode group(Request request, Attempt attempt, ProfileWithWallet found) {
        ObjectNode group = Json.object().put("id", found.id().toString());
        group.putArray(ROWS).addAll(IdentityJson.all(request, attempt, found));
        return group;
    }

    private static Stream<ObjectNode> rows(ObjectNode group) {
        return group.path(ROWS).valueStream().map(ObjectNode.class::cast);
    }

    private Store store() {
        return endpoint.store();
    }
}
