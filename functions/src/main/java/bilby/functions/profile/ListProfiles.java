package bilby.functions.profile;

import bilby.claim.Claim;
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
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code GET /profiles}: all profiles, page by page, or those whom a search finds. Whoever is asked for by id, e-mail or
 * phone is read by key, so that the list is exact whatever the table's size.
 */
public final class ListProfiles implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final List<Column> COLUMNS = List.of(
            Column.textInAnyCase("id"),
            Column.textInAnyCase("email"),
            Column.text("mobile_phone"),
            Column.text("first_name"),
            Column.text("last_name"),
            Column.text("profile_type"),
            Column.number("birth_day"),
            Column.number("birth_month"),
            Column.time("created_at"),
            Column.time("updated_at"),
            Column.text("tags.handle").at("/tags"),
            Column.text("identities.identifier").at("/identities"));

    private final Endpoint endpoint;

    public ListProfiles() {
        this(Environment.ofLambda());
    }

    public ListProfiles(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        return endpoint.runWithSettings(
                request,
                context,
                List.of(),
                attempt -> Plan.nothing(
                        switch (ListQuery.parse(request, COLUMNS)) {
                            case Parsed.Invalid<ListQuery>(Answer answer) -> answer;
                            case Parsed.Valid<ListQuery>(ListQuery query) ->
                                list(attempt, request, query, attempt.settings());
                        }));
    }

    private Answer list(Attempt attempt, Request request, ListQuery query, Settings settings) {
        Function<List<String>, List<ObjectNode>> load = ids -> ProfileWithWallet.all(attempt, store(), ids).stream()
                .map(profile -> profile.toJson(attempt, settings))
                .toList();
        return request.query()
                .get("search")
                .filter(text -> !text.isBlank())
                .map(text -> new ProfileSearch(store(), attempt).ids(text.strip()))
                .or(() -> named(attempt, query))
                .map(ids -> Lists.known(request, query, ids, load))
                .orElseGet(() -> Lists.whole(request, query, store().allProfiles(), load));
    }

    /** The one profile that a filter names, or none if it names nobody; empty if no filter names anyone. */
    private Optional<List<String>> named(Attempt attempt, ListQuery query) {
        return query.equalTo("id")
                .map(text ->
                        ProfileId.parse(text).stream().map(ProfileId::toString).toList())
                .or(() -> query.equalTo("email")
                        .map(address ->
                                attempt.owner(Claim.email(address)).stream().toList()))
                .or(() -> query.equalTo("mobile_phone")
                        .map(number ->
                                attempt.owner(Claim.phone(number)).stream().toList()))
                .or(() -> query.equalTo("identities.identifier")
                        .map(identifier -> store().profilesIdentified(identifier, IdentifierOwners.MOST)));
    }

    private Store store() {
        return endpoint.store();
    }
}
