package bilby.functions.profile;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Errors;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.profile.Profile;
import bilby.store.Claims;
import bilby.store.Key;
import bilby.store.Plan;
import bilby.store.Snapshot;
import bilby.store.Store;
import bilby.wallet.ProfileId;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * {@code PUT /profiles/{profile}}: changes the fields that are sent. A new e-mail or phone is claimed, and the old one
 * freed, in the same commit.
 */
public final class UpdateProfile implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public UpdateProfile() {
        this(Environment.ofLambda());
    }

    public UpdateProfile(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        Optional<ProfileId> id = request.profileId();
        List<Key<?>> keys =
                id.map(profile -> ProfileWithWallet.keys(store(), profile)).orElse(List.of());
        return endpoint.runWithSettings(request, context, keys, attempt -> {
            Optional<ProfileWithWallet> found =
                    id.flatMap(profile -> ProfileWithWallet.first(attempt, store(), profile));
            if (found.isEmpty()) {
                return Plan.nothing(Answer.notFound());
            }
            return change(store(), attempt, found.get(), request.body());
        });
    }

    /** The commit that changes what the body has of it, or what is wrong with that. */
    static Plan<Answer> change(Store store, Attempt attempt, ProfileWithWallet found, Parsed<ObjectNode> changes) {
        Profile before = found.profile();
        return switch (changes.then(body -> ProfileBody.parseChange(before, body, attempt.now()))) {
            case Parsed.Invalid<ProfileBody>(Answer answer) -> Plan.nothing(answer);
            case Parsed.Valid<ProfileBody>(ProfileBody body) -> {
                Profile after = body.toProfile(before, attempt.commit(), attempt.now());
                Answer answer =
                        Answer.ok(new ProfileWithWallet(after, found.wallet()).toJson(attempt, attempt.settings()));
                yield update(store, attempt, before, after, answer);
            }
        };
    }

    private static Plan<Answer> update(Store store, Attempt attempt, Profile before, Profile after, Answer answer) {
        Claims claims = store.claims();
        String id = after.id().toString();
        List<ProfileClaim> held = ProfileClaim.of(before);
        List<ProfileClaim> wanted = ProfileClaim.of(after);
        // What stays claimed is left alone, so that a change of an e-mail's case alone moves no claim.
        List<ProfileClaim> taken = minus(wanted, held);
        Snapshot owners = attempt.read(
                taken.stream().map(claim -> claims.owner(claim.claim())).toList());
        Errors errors = new Errors();
        // What became the profile's own since it was read is no clash: the commit finds that the version is stale.
        ProfileClaim.refuseTaken(
                taken,
                claim -> owners.get(claims.owner(claim))
                        .filter(owner -> !owner.equals(id))
                        .isPresent(),
                errors);
        if (!errors.isEmpty()) {
            return Plan.nothing(Answer.invalid(errors));
        }
        Plan.Commit<Answer> commit = Plan.commit(store.profiles().replace(after), answer);
        taken.forEach(claim -> commit.claiming(claims.take(claim.claim(), id), claim.refusal()));
        minus(held, wanted).forEach(claim -> commit.and(claims.free(claim.claim())));
        return commit;
    }

    private static List<ProfileClaim> minus(List<ProfileClaim> claims, List<ProfileClaim> others) {
        return claims.stream().filter(claim -> !others.contains(claim)).toList();
    }

    private Store store() {
        return endpoint.store();
    }
}
