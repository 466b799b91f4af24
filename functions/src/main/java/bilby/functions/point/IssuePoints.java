package bilby.functions.point;

import bilby.catalogue.PointDefinition;
import bilby.claim.Claim;
import bilby.functions.expiry.Room;
import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Fields;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.functions.reward.LotAnswers;
import bilby.point.PointGrant;
import bilby.store.Key;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.wallet.Decision;
import bilby.wallet.Full;
import bilby.wallet.Issue;
import bilby.wallet.LotId;
import bilby.wallet.LotKind;
import bilby.wallet.Moment;
import bilby.wallet.Movement;
import bilby.wallet.Wallet;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code POST /points}: issues points to a profile. */
public final class IssuePoints implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public IssuePoints() {
        this(Environment.ofLambda());
    }

    public IssuePoints(Environment environment) {
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

    private List<Key<?>> first(Request request, ObjectNode fields) {
        List<Key<?>> keys = new ArrayList<>();
        request.profileId(fields).map(store().wallets()::key).ifPresent(keys::add);
        IssueBody.definitionId(fields).map(store().pointDefinitions()::key).ifPresent(keys::add);
        IssueBody.externalId(fields).map(this::externalIdOwner).ifPresent(keys::add);
        return keys;
    }

    private Plan<Answer> issue(Request request, Attempt attempt, ObjectNode body) {
        Optional<Wallet> wallet = request.profileId(body).flatMap(attempt::wallet);
        if (request.isWithinProfile() && wallet.isEmpty()) {
            return Plan.nothing(Answer.notFound());
        }
        Optional<PointDefinition> definition = IssueBody.definitionId(body)
                .flatMap(id -> attempt.get(store().pointDefinitions().key(id)));
        Instant now = wallet.map(attempt::now).orElse(attempt.now());
        Fields checked = attempt.fields(body);
        if (IssueBody.externalId(body)
                .flatMap(id -> attempt.get(externalIdOwner(id)))
                .isPresent()) {
            checked.refuse("external_id", LotAnswers.EXTERNAL_ID_TAKEN);
        }
        return switch (IssueBody.parse(checked, definition, wallet.isPresent(), now)) {
            case Parsed.Invalid<IssueBody>(Answer answer) -> Plan.nothing(answer);
            case Parsed.Valid<IssueBody>(IssueBody valid) ->
                issue(attempt, wallet.orElseThrow(), definition.orElseThrow(), valid);
        };
    }

    private Plan<Answer> issue(Attempt attempt, Wallet wallet, PointDefinition definition, IssueBody body) {
        LotId lot = attempt.newLot(LotKind.POINT, wallet);
        Issue issue = new Issue(lot, body.valueRemaining().hundredths(), body.span(), definition.ref());
        Moment moment = attempt.moment(wallet);
        Room room = Room.in(store(), wallet, moment);
        return switch (issue.on(room.wallet(), moment)) {
            case Decision.Refused<Full> refused -> Plan.nothing(LotAnswers.full());
            case Decision.Moved<Full>(Movement movement) -> {
                PointGrant grant = body.toGrant(movement, lot.id(), definition.ref());
                StandingPoints standing = new StandingPoints(grant, movement.wallet(), definition);
                Plan.Commit<Answer> commit = room.commit(
                                store(),
                                movement,
                                Answer.created(PointsJson.of(
                                        standing,
                                        attempt.now(),
                                        attempt.settings().exchangeRate())))
                        .and(store().pointGrants().add(grant));
                grant.externalId()
                        .ifPresent(id -> commit.claiming(
                                store().claims().take(claim(id), Long.toString(lot.id())),
                                LotAnswers.externalIdTaken()));
                yield commit;
            }
        };
    }

    private Key<String> externalIdOwner(String externalId) {
        return store().claims().owner(claim(externalId));
    }

    private static Claim claim(String externalId) {
        return Claim.external("point", externalId);
    }

    private Store store() {
        return endpoint.store();
    }
}
