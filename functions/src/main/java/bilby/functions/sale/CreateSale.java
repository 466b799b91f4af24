package bilby.functions.sale;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Fields;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.functions.profile.ProfileWithWallet;
import bilby.redemption.Redemption;
import bilby.sale.Sale;
import bilby.store.Key;
import bilby.store.Plan;
import bilby.store.Store;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code POST /transactions}: records a sale, and ties it to the redemption that paid for it. */
public final class CreateSale implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public CreateSale() {
        this(Environment.ofLambda());
    }

    public CreateSale(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        Parsed<ObjectNode> body = request.body();
        List<Key<?>> keys = new ArrayList<>();
        keys.addAll(body.list(fields -> Buyer.first(store(), request, fields)));
        keys.addAll(body.list(fields -> externalId(fields).map(this::owner).<Key<?>>map(key -> key).stream()
                .toList()));
        return endpoint.runWithSettings(request, context, keys, attempt -> switch (body) {
            case Parsed.Invalid<ObjectNode>(Answer answer) -> Plan.nothing(answer);
            case Parsed.Valid<ObjectNode>(ObjectNode fields) -> create(request, attempt, fields);
        });
    }

    private Plan<Answer> create(Request request, Attempt attempt, ObjectNode body) {
        Optional<ProfileWithWallet> buyer = Buyer.find(store(), request, body, attempt);
        if (request.isWithinProfile() && buyer.isEmpty()) {
            return Plan.nothing(Answer.notFound());
        }
        Fields fields = attempt.fields(body);
        if (fields.has("profile_id") && buyer.isEmpty()) {
            fields.refuse("profile_id", "The selected profile id is invalid.");
        }
        if (externalId(body).flatMap(id -> attempt.get(owner(id))).isPresent()) {
            fields.refuse("external_id", SaleCommits.taken());
        }
        Optional<Redemption> paid =
                Payments.read(fields, attempt, store(), buyer.map(ProfileWithWallet::id), Optional.empty());
        return switch (SaleBody.parse(fields, Optional.empty())) {
            case Parsed.Invalid<SaleBody>(Answer answer) -> Plan.nothing(answer);
            case Parsed.Valid<SaleBody>(SaleBody valid) -> {
                Sale sale = valid.toSale(
                        attempt.newId(),
                        1,
                        attempt.commit(),
                        buyer.map(ProfileWithWallet::id),
                        SaleCommits.now(attempt, buyer),
                        SaleCommits.now(attempt, buyer));
                yield new SaleCommits(store(), attempt).create(sale, buyer, paid);
            }
        };
    }

    private static Optional<String> externalId(ObjectNode body) {
        return Fields.of(body).get("external_id").reference();
    }

    private Key<String> owner(String externalId) {
        return store().claims().owner(SaleCommits.claim(externalId));
    }

    private Store store() {
        return endpoint.store();
    }
}
