package bilby.functions.profile;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Json;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.profile.Identity;
import bilby.profile.Profile;
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

/** {@code PUT /profiles/{profile}/identities/{handle}} and {@code …/id/{id}}: changes the fields that are sent. */
public final class UpdateIdentity implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public UpdateIdentity() {
        this(Environment.ofLambda());
    }

    public UpdateIdentity(Environment environment) {
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
                                .map(identity -> update(request, attempt, found.profile(), identity)))
                        .orElseGet(() -> Plan.nothing(Answer.notFound())));
    }

    private Plan<Answer> update(Request request, Attempt attempt, Profile profile, Identity before) {
        return switch (request.body()
                .then(body -> SentIdentity.parse(Json.overlaid(IdentityJson.of(profile.id(), before), body)))) {
            case Parsed.Invalid<SentIdentity>(Answer answer) -> Plan.nothing(answer);
            case Parsed.Valid<SentIdentity>(SentIdentity sent) -> {
                Identity after = sent.over(before, attempt.now());
                yield ChangedIdentities.commit(
                        store(),
                        attempt,
                        profile,
                        profile.identities().stream()
                                .map(identity -> identity.equals(before) ? after : identity)
                                .toList(),
                        Answer.ok(IdentityJson.of(profile.id(), after)));
            }
        };
    }

    private Store store() {
        return endpoint.store();
    }
}
