package bilby.functions.profile;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Errors;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.profile.Profile;
import bilby.store.Key;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.ArrayList;
import java.util.List;

/** {@code POST /profiles}: creates a profile, with its wallet and the claims of its e-mail and phone. */
public final class CreateProfile implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final String ID_TAKEN = "The id has already been taken.";

    private final Endpoint endpoint;

    public CreateProfile() {
        this(Environment.ofLambda());
    }

    public CreateProfile(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        ProfileId newId = endpoint.newProfileId();
        Parsed<ProfileBody> parsed = request.body().then(body -> ProfileBody.parse(body, endpoint.now()));
        List<Key<?>> keys = new ArrayList<>(parsed.list(body -> keysOfUniqueValues(store(), body)));
        return endpoint.runWithSettings(request, context, keys, attempt -> switch (parsed) {
            case Parsed.Invalid<ProfileBody>(Answer answer) -> Plan.nothing(answer);
            case Parsed.Valid<ProfileBody>(ProfileBody body) ->
                create(store(), attempt, body, body.id().orElse(newId));
        });
    }

    /** Read first, so that all that is taken can be named at once. The commit requires each again. */
    static List<Key<?>> keysOfUniqueValues(Store store, ProfileBody body) {
        List<Key<?>> keys = new ArrayList<>();
        body.id().map(store.wallets()::key).ifPresent(keys::add);
        ProfileClaim.of(body.email(), body.mobilePhone())
                .forEach(claim -> keys.add(store.claims().owner(claim.claim())));
        return keys;
    }

    /** The commit that creates it, or what is taken. */
    static Plan<Answer> create(Store store, Attempt attempt, ProfileBody body, ProfileId id) {
        Profile profile = body.toProfile(id, attempt.commit(), attempt.now());
        List<ProfileClaim> claims = ProfileClaim.of(profile);
        Errors errors = new Errors();
        if (attempt.get(store.wallets().key(id)).isPresent()) {
            errors.add("id", ID_TAKEN);
        }
        ProfileClaim.refuseTaken(
                claims, claim -> attempt.get(store.claims().owner(claim)).isPresent(), errors);
        if (!errors.isEmpty()) {
            return Plan.nothing(Answer.invalid(errors));
        }
        Answer created = Answer.created(ProfileJson.of(profile, Wallet.empty(id), attempt.settings(), attempt.now()));
        Answer idTaken = Answer.invalid("id", ID_TAKEN);
        Plan.Commit<Answer> commit = Plan.commitNew(store.profiles().add(profile), idTaken, created)
                .claiming(store.wallets().create(id), idTaken);
        claims.forEach(claim -> commit.claiming(store.claims().take(claim.claim(), id.toString()), claim.refusal()));
        return commit;
    }

    private Store store() {
        return endpoint.store();
    }
}
