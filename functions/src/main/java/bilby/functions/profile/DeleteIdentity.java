package bilby.functions.profile;

import bilby.functions.http.Answer;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Request;
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

/** {@code DELETE /profiles/{profile}/identities/{handle}} and {@code …/id/{id}}: takes an identity away, and frees it. */
public final class DeleteIdentity implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public DeleteIdentity() {
        this(Environment.ofLambda());
    }

    public DeleteIdentity(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        Optional<ProfileId> id = request.profileId();
        List<Key<?>> keys =
                id.map(profile -> ProfileWithWallet.keys(store(), profile)).orElse(List.of());
        return endpoint.run(
                request,
                context,
                keys,
                attempt -> id.flatMap(profile -> ProfileWithWallet.first(attempt, store(), profile))
                        .flatMap(found -> IdentityPath.find(request, found.profile())
                                .map(gone -> ChangedIdentities.commit(
                                        store(),
                                        attempt,
                                        found.profile(),
                                        found.profile().identities().stream()
                                                .filter(identity -> !identity.equals(gone))
                                                .toList(),
                                        Answer.noContent())))
                        .orElseGet(() -> Plan.nothing(Answer.notFound())));
    }

    private Store store() {
        return endpoint.store();
    }
}
