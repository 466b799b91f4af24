package bilby.functions.catalogue;

import bilby.catalogue.PointDefinition;
import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.functions.list.Column;
import bilby.functions.list.ListQuery;
import bilby.functions.list.Lists;
import bilby.store.Definitions;
import bilby.store.Key;
import bilby.store.Plan;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Optional;

/** {@code GET /points/definitions}: all point definitions, the built-in one first, in the order of their creation. */
public final class ListPointDefinitions implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public ListPointDefinitions() {
        this(Environment.ofLambda());
    }

    public ListPointDefinitions(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    private static final List<Column> COLUMNS = List.of(Column.text("name"), Column.text("handle"));

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        return endpoint.run(
                request,
                context,
                List.of(definitions().counter()),
                attempt -> Plan.nothing(
                        switch (ListQuery.parse(request, COLUMNS)) {
                            case Parsed.Invalid<ListQuery>(Answer answer) -> answer;
                            case Parsed.Valid<ListQuery>(ListQuery query) ->
                                Lists.known(
                                        request,
                                        query,
                                        found(attempt, query),
                                        page -> page.stream()
                                                .map(PointDefinitionJson::of)
                                                .toList());
                        }));
    }

    private List<PointDefinition> found(Attempt attempt, ListQuery query) {
        Optional<String> handle = query.equalTo("handle");
        List<Key<PointDefinition>> keys = handle.isPresent()
                ? List.of(definitions().key(ofHandle(attempt, handle.get())))
                : definitions().keys(attempt.get(definitions().counter()).orElseThrow());
        return attempt.read(keys).all(keys);
    }

    /**
     * A handle is read through its claim, so that a definition created just now is found by it. One without a claim can
     * be the built-in definition's; the filter itself says whether it is.
     */
    private long ofHandle(Attempt attempt, String handle) {
        return attempt.owner(PointDefinitionBody.handleClaim(handle))
                .map(Long::parseLong)
                .orElse(PointDefinition.BUILT_IN.id());
    }

    private Definitions<PointDefinition> definitions() {
        return endpoint.store().pointDefinitions();
    }
}
