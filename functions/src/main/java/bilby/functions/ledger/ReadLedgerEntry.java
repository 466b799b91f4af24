package bilby.functions.ledger;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Request;
import bilby.functions.profile.ProfileWithWallet;
import bilby.store.Key;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.wallet.ProfileId;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Optional;

/** {@code GET /profiles/{profile}/ledgers/{id}}: one movement of a profile's wallet. */
public final class ReadLedgerEntry implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public ReadLedgerEntry() {
        this(Environment.ofLambda());
    }

    public ReadLedgerEntry(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        Optional<ProfileId> id = request.profileId();
        List<Key<?>> keys =
                id.map(profile -> ProfileWithWallet.keys(store(), profile)).orElse(List.of());
        return endpoint.runWithSettings(
                request,
                context,
                keys,
                attempt -> Plan.nothing(id.flatMap(profile -> ProfileWithWallet.first(attempt, store(), profile))
                        .flatMap(owner -> read(request, attempt, owner))
                        .orElseGet(Answer::notFound)));
    }

    private Optional<Answer> read(Request request, Attempt attempt, ProfileWithWallet owner) {
        LedgerReader reader = new LedgerReader(store(), owner, attempt);
        return request.id()
                .filter(version -> version <= owner.wallet().version())
                .flatMap(version -> reader.rows(List.of(version)).findFirst())
                .map(Answer::ok);
    }

    private Store store() {
        return endpoint.store();
    }
}
