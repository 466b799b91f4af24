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

/** {@code GET /reports/activity}: what moved on each day, and the latest movements of all members. */
public final class ReadActivity implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 366;
    private static final int LATEST = 20;

    private final Endpoint endpoint;

    public ReadActivity() {
        this(Environment.ofLambda());
    }

    public ReadActivity(Environment environment) {
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
        LocalDate to = Days.of(request, "to", today, errors);
        LocalDate from = Days.of(request, "from", to.minusDays(USUAL_DAYS - 1), errors);
        if (errors.isEmpty() && from.isAfter(to)) {
            errors.add("from", "The from must not be after the to.");
        }
        if (errors.isEmpty() && from.isBefore(to.minusDays(MOST_DAYS - 1))) {
            errors.add("from", "From the from to the to there may not be more than " + MOST_DAYS + " days.");
        }
        return errors.isEmpty()
                ? Answer.ok(ActivityJson.of(
                        from,
                        to,
                        today,
                        endpoint.store().figuresBetween(from, to),
                        endpoint.store().latestMovements(attempt.now(), LATEST),
                        attempt.settings()))
                : Answer.invalid(errors);
    }
}
