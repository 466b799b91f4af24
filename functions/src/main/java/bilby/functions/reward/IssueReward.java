package bilby.functions.reward;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.store.Key;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.wallet.Wallet;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code POST /rewards}: issues a reward to a profile. */
public final class IssueReward implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public IssueReward() {
        this(Environment.ofLambda());
    }

    public IssueReward(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        Parsed<ObjectNode> body = request.body();
        List<Key<?>> keys = body.list(fields -> first(request, fields));
        return endpoint.runWithSettings(request, context, keys, attempt -> switch (body) {
            case Parsed.Invalid<ObjectNode>(Answer answer) -> Plan.nothing(answer);
            case Parsed.Valid<ObjectNode>(ObjectNode fields) -> issue(request, attempt, fields);
        });
    }

    private List<Key<?>> first(Request request, ObjectNode body) {
        List<Key<?>> keys = new ArrayList<>(new RewardIssue(store(), body).keys());
        request.profileId(body).map(store().wallets()::key).ifPresent(keys::add);
        return keys;
    }

    private Plan<Answer> issue(Request request, Attempt attempt, ObjectNode body) {
        Optional<Wallet> wallet = request.profileId(body).flatMap(attempt::wallet);
        return request.isWithinProfile() && wallet.isEmpty()
                ? Plan.nothing(Answer.notFound())
                : new RewardIssue(store(), body).plan(attempt, wallet);
    }

    private Store store() {
        return endpoint.store();
    }
}
