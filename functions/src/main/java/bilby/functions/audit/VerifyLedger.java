package bilby.functions.audit;

import bilby.audit.Difference;
import bilby.functions.http.Answer;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Json;
import bilby.functions.http.Request;
import bilby.store.Deadline;
import bilby.store.Plan;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** {@code GET /profiles/{profile}/ledgers/verify}: proves one member's ledger, and what is kept beside it. */
public final class VerifyLedger implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public VerifyLedger() {
        this(Environment.ofLambda());
    }

    public VerifyLedger(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        return endpoint.run(
                request,
                context,
                request.profileId().map(endpoint.store().wallets()::key).stream()
                        .toList(),
                attempt -> Plan.nothing(request.profileId()
                        .map(id -> verified(
                                id, attempt.get(endpoint.store().wallets().key(id)), Endpoint.deadline(context)))
                        .orElseGet(Answer::notFound)));
    }

    /** Of a profile that has been deleted nothing is told; of a wallet that is not there, what its ledger says of it. */
    private Answer verified(ProfileId profileId, Optional<Wallet> wallet, Deadline deadline) {
        if (wallet.filter(found -> !found.isOpen()).isPresent()) {
            return Answer.notFound();
        }
        return switch (new WalletAudit(endpoint.store(), deadline).of(profileId, wallet)) {
            case Audited.Proved proved when wallet.isEmpty() && proved.isOfNobody() -> Answer.notFound();
            case Audited.Proved(long entries, Optional<Difference> difference) -> Answer.ok(json(entries, difference));
            case Audited.KeptMoving() -> Answer.tryLater();
            case Audited.TimeOver() -> Answer.tooLong();
        };
    }

    private static ObjectNode json(long entries, Optional<Difference> difference) {
        ObjectNode json = Json.object();
        json.put("entries", entries);
        json.put("consistent", difference.isEmpty());
        json.set("first_difference", Json.text(difference.map(Difference::what)));
        return json;
    }
}
