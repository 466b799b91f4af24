package bilby.functions.setting;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.functions.list.Column;
import bilby.functions.list.ListQuery;
import bilby.functions.list.Lists;
import bilby.setting.Setting;
import bilby.store.Plan;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code GET /settings}: every setting, unpaged, also those that were never set. */
public final class ListSettings implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final List<Column> COLUMNS = List.of(Column.text("handle"));

    private final Endpoint endpoint;

    public ListSettings() {
        this(Environment.ofLambda());
    }

    public ListSettings(Environment environment) {
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
                            case Parsed.Valid<ListQuery>(ListQuery query) -> Lists.unpaged(query, rows(attempt));
                        }));
    }

    private static List<ObjectNode> rows(Attempt attempt) {
        return Setting.ALL.stream()
                .map(setting -> SettingJson.of(setting, attempt.settings()))
                .toList();
    }
}
