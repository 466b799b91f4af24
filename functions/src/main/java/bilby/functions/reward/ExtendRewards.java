package bilby.functions.reward;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Json;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.reward.Reward;
import bilby.store.Plan;
import bilby.wallet.Decision;
import bilby.wallet.Extend;
import bilby.wallet.Movement;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code POST /rewards/extend}: lengthens the lives of a profile's rewards, all of them or none. */
public final class ExtendRewards implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public ExtendRewards() {
        this(Environment.ofLambda());
    }

    public ExtendRewards(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        Parsed<ObjectNode> body =
                request.body().then(sent -> new Parsed.Valid<>(ExtendArguments.of(sent, request.query())));
        List<ProfileId> profileId =
                body.list(fields -> ExtendBody.profileId(fields).stream().toList());
        return endpoint.runWithSettings(
                request,
                context,
                profileId.stream().map(endpoint.store().wallets()::key).toList(),
                attempt -> switch (body) {
                    case Parsed.Invalid<ObjectNode>(Answer answer) -> Plan.nothing(answer);
                    case Parsed.Valid<ObjectNode>(ObjectNode fields) ->
                        extend(attempt, fields, profileId.stream().findFirst().flatMap(attempt::wallet));
                });
    }

    private Plan<Answer> extend(Attempt attempt, ObjectNode fields, Optional<Wallet> wallet) {
        List<StandingReward> rewards = wallet.map(
                        found -> new RewardReader(endpoint.store()).standing(ExtendBody.ids(fields), List.of(found)))
                .orElse(List.of());
        Instant now = wallet.map(attempt::now).orElse(attempt.now());
        return switch (ExtendBody.parse(attempt.fields(fields), wallet.isPresent(), rewards, now)) {
            case Parsed.Invalid<ExtendBody>(Answer answer) -> Plan.nothing(answer);
            case Parsed.Valid<ExtendBody>(ExtendBody body) -> extend(attempt, wallet.orElseThrow(), rewards, body);
        };
    }

    private Plan<Answer> extend(Attempt attempt, Wallet wallet, List<StandingReward> rewards, ExtendBody body) {
        return switch (new Extend(body.extensions()).on(wallet, attempt.moment(wallet))) {
            // No request comes here: the body was judged on this very wallet, by the same reading of the clock.
            case Decision.Refused<Extend.NotActive>(Extend.NotActive why) ->
                throw new IllegalStateException("not active, and not refused: " + why.lots());
            case Decision.Moved<Extend.NotActive>(Movement movement) -> {
                List<StandingReward> extended = rewards.stream()
                        .map(reward -> extended(reward, movement))
                        .toList();
                ArrayNode json = Json.array();
                extended.forEach(reward -> json.add(
                        RewardJson.of(reward, attempt.now(), attempt.settings().currency())));
                Plan.Commit<Answer> commit = Plan.commit(endpoint.store().moved(movement), Answer.ok(json));
                extended.forEach(reward -> commit.and(endpoint.store().rewards().replace(reward.reward())));
                yield commit;
            }
        };
    }

    private static StandingReward extended(StandingReward before, Movement movement) {
        Reward reward = before.reward();
        Instant expiresAt = movement.wallet()
                .lot(reward.lotId())
                .flatMap(lot -> lot.span().expiresAt())
                .orElseThrow();
        Reward after = reward.extended(expiresAt, movement.entry().at());
        return new StandingReward(after, movement.wallet(), before.definition());
    }
}
