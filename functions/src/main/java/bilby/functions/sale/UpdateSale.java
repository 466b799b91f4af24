package bilby.functions.sale;

import bilby.claim.Claim;
import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Fields;
import bilby.functions.http.Json;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.functions.profile.ProfileWithWallet;
import bilby.redemption.Redemption;
import bilby.sale.Sale;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.wallet.ProfileId;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** {@code PUT /transactions/{id}}: changes the fields that the body has. Voiding a sale frees the redemption that paid for it. */
public final class UpdateSale implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public UpdateSale() {
        this(Environment.ofLambda());
    }

    public UpdateSale(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        Parsed<ObjectNode> body = request.body();
        return endpoint.runWithSettings(
                request,
                context,
                SalePath.first(request, store()),
                attempt -> SalePath.find(request, attempt, store())
                        .map(sale -> switch (body) {
                            case Parsed.Invalid<ObjectNode>(Answer answer) -> Plan.<Answer>nothing(answer);
                            case Parsed.Valid<ObjectNode>(ObjectNode fields) -> update(sale, fields, attempt);
                        })
                        .orElseGet(() -> Plan.nothing(Answer.notFound())));
    }

    private Plan<Answer> update(Sale before, ObjectNode body, Attempt attempt) {
        String currency = attempt.settings().currency();
        Fields fields = attempt.fields(Json.overlaid(SaleJson.fields(before, currency), body));
        Optional<ProfileId> named = named(fields, body, attempt);
        Optional<ProfileId> profileId = before.profileId().or(() -> named);
        Optional<ProfileWithWallet> buyer = profileId.flatMap(id -> ProfileWithWallet.read(store(), id));
        if (!profileId.equals(named)) {
            fields.refuse("profile_id", "The profile id can not be changed once it is set.");
        } else if (before.profileId().isEmpty() && fields.has("profile_id") && buyer.isEmpty()) {
            fields.refuseUnlessRefused("profile_id", "The selected profile id is invalid.");
        }
        Optional<Redemption> paid =
                Payments.read(fields, attempt, store(), buyer.map(ProfileWithWallet::id), before.redemptionId());
        Optional<Redemption> freed = before.redemptionId()
                .filter(id -> !paid.map(Redemption::id).equals(Optional.of(id)))
                .flatMap(id -> attempt.read(store().redemptions().key(id)));
        return switch (SaleBody.parse(fields, Optional.of(before.transactedAt()))) {
            case Parsed.Invalid<SaleBody>(Answer answer) -> Plan.nothing(answer);
            case Parsed.Valid<SaleBody>(SaleBody valid) -> {
                Sale after = valid.toSale(
                        before.id(),
                        before.version() + 1,
                        attempt.commit(),
                        profileId,
                        before.createdAt(),
                        SaleCommits.now(attempt, buyer));
                yield new SaleCommits(store(), attempt).update(before, after, buyer, freed, paid);
            }
        };
    }

    /** Whom the change names: by an e-mail address where it says so, as when a sale is created. */
    private static Optional<ProfileId> named(Fields fields, ObjectNode body, Attempt attempt) {
        boolean byEmail = body.hasNonNull("profile_id")
                && body.path("profile_id_handle").asText().equals("email");
        return byEmail
                ? Buyer.named(body)
                        .flatMap(address -> attempt.owner(Claim.email(address)))
                        .map(ProfileId::of)
                : fields.get("profile_id").profileId();
    }

    private Store store() {
        return endpoint.store();
    }
}
