package bilby.functions.catalogue;

import bilby.catalogue.PointDefinition;
import bilby.claim.Claim;
import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Json;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.store.Claims;
import bilby.store.Definitions;
import bilby.store.Key;
import bilby.store.Plan;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code PUT /points/definitions/{id}}: changes the fields that the body has. What was issued keeps to its version. */
public final class UpdatePointDefinition implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public UpdatePointDefinition() {
        this(Environment.ofLambda());
    }

    public UpdatePointDefinition(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        Optional<Key<PointDefinition>> key = request.id().map(definitions()::key);
        return endpoint.runWithSettings(
                request,
                context,
                Stream.concat(key.stream(), Stream.of(builtIn())).toList(),
                attempt -> {
                    Optional<PointDefinition> before = key.flatMap(attempt::get);
                    if (before.isEmpty()) {
                        return Plan.nothing(Answer.notFound());
                    }
                    ObjectNode fields = PointDefinitionJson.of(before.get());
                    return switch (request.body()
                            .then(body -> PointDefinitionBody.parse(attempt.fields(Json.overlaid(fields, body))))) {
                        case Parsed.Invalid<PointDefinitionBody>(Answer answer) -> Plan.nothing(answer);
                        case Parsed.Valid<PointDefinitionBody>(PointDefinitionBody body) ->
                            update(attempt, before.get(), body);
                    };
                });
    }

    private Plan<Answer> update(Attempt attempt, PointDefinition before, PointDefinitionBody body) {
        PointDefinition after = body.toDefinition(
                before.id(), before.version() + 1, attempt.commit(), before.createdAt(), attempt.now());
        if (attempt.get(builtIn()).filter(builtIn -> isTaken(after, builtIn)).isPresent()) {
            return Plan.nothing(DefinitionHandle.taken());
        }
        Plan.Commit<Answer> commit =
                Plan.commit(definitions().replace(after), Answer.ok(PointDefinitionJson.of(after)));
        if (!before.handle().equals(after.handle())) {
            Claims claims = endpoint.store().claims();
            Claim freed = PointDefinitionBody.handleClaim(before.handle());
            Claim taken = PointDefinitionBody.handleClaim(after.handle());
            commit.and(claims.free(freed))
                    .claiming(claims.take(taken, Long.toString(after.id())), DefinitionHandle.taken());
        }
        return commit;
    }

    /** Whether the definition's handle is the built-in one's, which may stand in no claim. */
    private static boolean isTaken(PointDefinition definition, PointDefinition builtIn) {
        return definition.id() != builtIn.id() && definition.handle().equals(builtIn.handle());
    }

    private Key<PointDefinition> builtIn() {
        return definitions().key(PointDefinition.BUILT_IN.id());
    }

    private Definitions<PointDefinition> definitions() {
        return endpoint.store().pointDefinitions();
    }
}
