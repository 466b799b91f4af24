package bilby.functions.profile;

import bilby.functions.http.Answer;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.profile.Erasure;
import bilby.store.Key;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.wallet.Close;
import bilby.wallet.Decision;
import bilby.wallet.Moment;
import bilby.wallet.Movement;
import bilby.wallet.ProfileId;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Optional;

/**
 * {@code DELETE /profiles/{profile}}: closes the wallet for ever and removes the person. While anything is open only
 * {@code force=1} does it. What other tables hold of the person is erased minutes later ({@code EraseProfiles}).
 */
public final class DeleteProfile implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final Answer STILL_OPEN = Answer.invalid(
            "profile", "The profile has rewards or points that have not expired; force=1 deletes it with them.");

    private final Endpoint endpoint;

    public DeleteProfile() {
        this(Environment.ofLambda());
    }

    public DeleteProfile(Environment environment) {
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
                attempt -> id.flatMap(profile -> ProfileWithWallet.first(attempt, store(), profile))
                        .map(found -> switch (request.query().flag("force")) {
                            case Parsed.Invalid<Boolean>(Answer answer) -> Plan.<Answer>nothing(answer);
                            case Parsed.Valid<Boolean>(Boolean forced) ->
                                delete(found, new Close(forced), attempt.moment(found.wallet()));
                        })
                        .orElseGet(() -> Plan.nothing(Answer.notFound())));
    }

    private Plan<Answer> delete(ProfileWithWallet found, Close close, Moment moment) {
        return switch (close.on(found.wallet(), moment)) {
            case Decision.Refused<Close.StillOpen> refused -> Plan.nothing(STILL_OPEN);
            case Decision.Moved<Close.StillOpen>(Movement movement) -> {
                Plan.Commit<Answer> commit = Plan.commit(store().moved(movement), Answer.noContent())
                        .and(store().profiles().delete(found.profile()))
                        .and(store().erasures()
                                .add(Erasure.of(
                                        found.id(),
                                        found.wallet().version(),
                                        movement.entry().at())));
                ProfileClaim.of(found.profile())
                        .forEach(claim -> commit.and(store().claims().free(claim.claim())));
                yield commit;
            }
        };
    }

    private Store store() {
        return endpoint.store();
    }
}
