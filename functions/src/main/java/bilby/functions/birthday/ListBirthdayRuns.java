package bilby.functions.birthday;

import bilby.functions.http.Answer;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.functions.list.ListQuery;
import bilby.functions.list.Lists;
import bilby.store.Plan;
import bilby.store.Store;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;

/** {@code GET /birthday-runs}: what came of the birthdays of each date, the latest date first. */
public final class ListBirthdayRuns implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public ListBirthdayRuns() {
        this(Environment.ofLambda());
    }

    public ListBirthdayRuns(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        return endpoint.run(
                request,
                context,
                attempt -> Plan.nothing(
                        switch (ListQuery.parse(request, List.of())) {
                            case Parsed.Invalid<ListQuery>(Answer answer) -> answer;
                            case Parsed.Valid<ListQuery>(ListQuery query) ->
                                Lists.known(
                                        request,
                                        query,
                                        store().birthdayRuns(),
                                        dates -> dates.stream()
                                                .flatMap(date -> store().birthdayRun(date).stream())
                                                .map(BirthdayRunJson::of)
                                                .toList());
                        }));
    }

    private Store store() {
        return endpoint.store();
    }
}
