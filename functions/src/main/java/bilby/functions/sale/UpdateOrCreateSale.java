package bilby.functions.sale;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Fields;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.sale.Sale;
import bilby.store.Key;
import bilby.store.Plan;
import bilby.store.Snapshot;
import bilby.store.Store;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /transactions/update-create}: changes the sale that has the body's {@code external_id}, or else the one that
 * has its {@code id}; where there is neither, records it.
 */
public final class UpdateOrCreateSale implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public UpdateOrCreateSale() {
        this(Environment.ofLambda());
    }

    public UpdateOrCreateSale(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        Parsed<ObjectNode> body = request.body();
        List<Key<?>> keys = body.list(fields -> first(request, fields));
        return endpoint.runWithSettings(request, context, keys, attempt -> switch (body) {
            case Parsed.Invalid<ObjectNode>(Answer answer) -> Plan.nothing(answer);
            case Parsed.Valid<ObjectNode>(ObjectNode fields) ->
                find(attempt, fields)
                        .map(sale -> new ChangedSale(store(), attempt, sale, fields).update(IfTaken.LOOK_AGAIN))
                        .orElseGet(() -> create(request, attempt, fields));
        });
    }

    private List<Key<?>> first(Request request, ObjectNode body) {
        List<Key<?>> keys = new ArrayList<>(NewSale.first(store(), request, body));
        id(body).map(store().sales()::key).ifPresent(keys::add);
        return keys;
    }

    private Plan<Answer> create(Request request, Attempt attempt, ObjectNode body) {
        return new NewSale(store(), request, attempt, body).create(IfTaken.LOOK_AGAIN);
    }

    private Optional<Sale> find(Attempt attempt, ObjectNode body) {
        return NewSale.externalId(body)
                .flatMap(externalId -> ofExternalId(attempt, externalId))
                .or(() -> id(body).flatMap(id -> attempt.get(store().sales().key(id))));
    }

    /** Settled: the sale of a claim that has been seen may not be seen yet, or be gone with its claim. */
    private Optional<Sale> ofExternalId(Attempt attempt, String externalId) {
        Key<String> owner = NewSale.owner(store(), externalId);
        return attempt.get(owner).flatMap(id -> {
            Key<Sale> sale = store().sales().key(Long.parseLong(id));
            Snapshot settled = attempt.readSettled(List.of(owner, sale));
            return settled.get(sale).filter(found -> settled.get(owner).equals(Optional.of(id)));
        });
    }

    private static Optional<Long> id(ObjectNode body) {
        return Fields.of(body).get("id").id();
    }

    private Store store() {
        return endpoint.store();
    }
}
