package bilby.functions.report;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Errors;
import bilby.functions.http.Request;
import bilby.store.Plan;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.LocalDate;
import java.util.List;

/** {@code GET /reports/liability}: what members can still spend, by when it expires. */
public final class ReadLiability implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public ReadLiability() {
        this(Environment.ofLambda());
    }

    public ReadLiability(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        return endpoint.runWithSettings(request, context, List.of(), attempt -> Plan.nothing(answer(request, attempt)));
    }

    private Answer answer(Request request, Attempt attempt) {
        LocalDate today = LocalDate.ofInstant(attempt.now(), attempt.settings().zone());
        Errors errors = new Errors();
        LocalDate asOf = Days.of(request, "as_of", today, errors);
        if (asOf.isBefore(today)) {
            errors.add("as_of", "The as of must not be before today, " + today + ".");
        }
        return errors.isEmpty()
                ? Answer.ok(LiabilityJson.of(asOf, endpoint.store().outstanding(), attempt.settings()))
                : Answer.invalid(errors);
    }
}
