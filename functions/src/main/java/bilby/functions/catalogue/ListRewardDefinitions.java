package bilby.functions.catalogue;

import bilby.catalogue.RewardDefinition;
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

/** {@code GET /rewards/definitions}: all reward definitions, in the order of their creation. */
public final class ListRewardDefinitions implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public ListRewardDefinitions() {
        this(Environment.ofLambda());
    }

    public ListRewardDefinitions(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    private static final List<Column> COLUMNS = List.of(
            Column.text("name"),
            Column.text("handle"),
            Column.text("type"),
            Column.number("value"),
            Column.number("max_value"),
            Column.number("period"),
            Column.text("period_type"),
            Column.flag("is_extendable"),
            Column.flag("is_reassignable"),
            Column.flag("is_assignable"),
            Column.flag("is_published"),
            Column.number("extend_days"),
            Column.text("currency"));

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        return endpoint.runWithSettings(
                request, context, List.of(definitions().counter()), attempt -> switch (ListQuery.parse(
                        request, COLUMNS)) {
                    case Parsed.Invalid<ListQuery>(Answer answer) -> Plan.nothing(answer);
                    case Parsed.Valid<ListQuery>(ListQuery query) -> {
                        String currency = attempt.settings().currency();
                        yield Plan.nothing(Lists.known(
                                request,
                                query,
                                found(attempt, query),
                                page -> page.stream()
                                        .map(definition -> RewardDefinitionJson.of(definition, currency))
                                        .toList()));
                    }
                });
    }

    private List<RewardDefinition> found(Attempt attempt, ListQuery query) {
        Optional<String> handle = query.equalTo("handle");
        List<Key<RewardDefinition>> keys = handle.isPresent()
                ? ofHandle(attempt, handle.get())
                : definitions().keys(attempt.get(definitions().counter()).orElseThrow());
        return attempt.read(keys).all(keys);
    }

    /** A handle is read through its claim, so that a definition created just now is found by it. */
    private List<Key<RewardDefinition>> ofHandle(Attempt attempt, String handle) {
        return attempt
                .owner(RewardDefinitionBody.handleClaim(handle))
                .map(Long::valueOf)
                .map(definitions()::key)
                .stream()
                .toList();
    }

    private Definitions<RewardDefinition> definitions() {
        return endpoint.store().rewardDefinitions();
    }
}
