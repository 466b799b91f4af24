package bilby.functions.profile;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code POST /profiles/{profile}/identities}: gives a profile one more identity, and claims it. */
public final class CreateIdentity implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public CreateIdentity() {
        this(Environment.ofLambda());
    }

    public CreateIdentity(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        Optional<ProfileId> id = request.profileId();
        List<Key<?>> keys =
                id.map(profile -> ProfileWithWallet.keys(store(), profile)).orElse(List.of());
        Parsed<SentIdentity> parsed = request.body().then(SentIdentity::parse);
        return endpoint.run(
                request,
                context,
                keys,
                attempt -> id.flatMap(profile -> ProfileWithWallet.first(attempt, store(), profile))
                        .map(found -> switch (parsed) {
                            case Parsed.Invalid<SentIdentity>(Answer answer) -> Plan.<Answer>nothing(answer);
                            case Parsed.Valid<SentIdentity>(SentIdentity sent) ->
                                create(attempt, found.profile(), sent);
                        })
                        .orElseGet(() -> Plan.nothing(Answer.notFound())));
    }

    private Plan<Answer> create(Attempt attempt, Profile profile, SentIdentity sent) {
        if (profile.identities().size() >= SentIdentity.MOST) {
            return Plan.nothing(Answer.invalid(
                    "identities", "A profile may not have more than " + SentIdentity.MOST + " identities."));
        }
        long newId = SentIdentity.freeIds(profile.identities(), attempt::newId).nextLong();
        Identity identity = sent.toIdentity(newId, attempt.now());
        List<Identity> after = new ArrayList<>(profile.identities());
        after.add(identity);
        return ChangedIdentities.commit(
                store(), attempt, profile, after, Answer.created(IdentityJson.of(profile.id(), identity)));
    }

    private Store store() {
        return endpoint.store();
    }
}
