package bilby.functions.profile;

import bilby.claim.Claim;
import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Field;
import bilby.functions.http.Fields;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.profile.Profile;
import bilby.store.Key;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.wallet.ProfileId;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** {@code POST /profiles/search-id}: the profile that an id names, its own or that of an identity's handle. */
public final class FindProfile implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final String PROFILE_ID = "profile_id";

    private final Endpoint endpoint;

    public FindProfile() {
        this(Environment.ofLambda());
    }

    public FindProfile(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    /** What is looked for: an id, and what kind of id it is. */
    private record Wanted(String type, String id) {

        static Parsed<Wanted> parse(ObjectNode body) {
            Fields fields = Fields.of(body);
            Optional<String> type = fields.get("type").required().line(Field.SHORT_TEXT);
            Optional<String> id = fields.get("id").required().reference();
            return fields.parsed(() -> new Wanted(type.orElseThrow(), id.orElseThrow()));
        }

        Optional<Claim> claim() {
            return type.equals(PROFILE_ID) ? Optional.empty() : Optional.of(ProfileHandle.claim(type, id));
        }

        boolean isNameOf(Profile profile) {
            return type.equals(PROFILE_ID) || ProfileHandle.isNamed(profile, type, id);
        }

        Optional<ProfileId> profileId() {
            return type.equals(PROFILE_ID) ? ProfileId.parse(id) : Optional.empty();
        }
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        Parsed<Wanted> parsed = request.body().then(Wanted::parse);
        List<Key<?>> keys = parsed.list(this::keys);
        return endpoint.runWithSettings(
                request,
                context,
                keys,
                attempt -> Plan.nothing(
                        switch (parsed) {
                            case Parsed.Invalid<Wanted>(Answer answer) -> answer;
                            case Parsed.Valid<Wanted>(Wanted wanted) ->
                                find(attempt, wanted)
                                        .map(found -> Answer.ok(found.toJson(attempt, attempt.settings())))
                                        .orElseGet(Answer::notFound);
                        }));
    }

    private List<Key<?>> keys(Wanted wanted) {
        return wanted.claim()
                .<List<Key<?>>>map(claim -> List.of(store().claims().owner(claim)))
                .or(() -> wanted.profileId().map(id -> ProfileWithWallet.keys(store(), id)))
                .orElse(List.of());
    }

    private Optional<ProfileWithWallet> find(Attempt attempt, Wanted wanted) {
        return wanted.claim()
                .flatMap(claim -> attempt.get(store().claims().owner(claim)))
                .flatMap(owner -> ProfileWithWallet.read(store(), ProfileId.of(owner)))
                .or(() -> wanted.profileId().flatMap(id -> ProfileWithWallet.first(attempt, store(), id)))
                .filter(found -> wanted.isNameOf(found.profile()));
    }

    private Store store() {
        return endpoint.store();
    }
}
