package bilby.simulation;

import bilby.functions.audit.VerifyLedger;
import bilby.functions.balance.ReadBalances;
import bilby.functions.http.Environment;
import bilby.functions.point.IssuePoints;
import bilby.functions.point.UpdatePoints;
import bilby.functions.profile.DeleteProfile;
import bilby.functions.redemption.RedeemRewards;
import bilby.functions.redemption.ReturnRedemption;
import bilby.functions.redemption.ReverseRedemption;
import bilby.functions.reward.DeleteReward;
import bilby.functions.reward.ExtendRewards;
import bilby.functions.reward.IssueReward;
import bilby.functions.reward.UpdateReward;
import bilby.functions.sale.CreateSale;
import bilby.functions.sale.DeleteSale;
import bilby.functions.sale.UpdateSale;
import bilby.functions.setting.UpdateSetting;
import bilby.wallet.LotKind;
import bilby.wallet.ProfileId;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A command as it goes over the wire, and the product's handler that it goes to.
 *
 * @param path the parameters in it
 */
record Operation(
        Function<Environment, RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> handler,
        String method,
        Map<String, String> path,
        String query,
        ObjectNode body) {

    static Operation of(Command command) {
        Map<String, String> profile = Map.of("profile", command.profile().toString());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        return switch (command) {
            case Command.IssueReward issue -> {
                body.put("profile_id", issue.profile().toString())
                        .put("reward_definition_id", issue.definition())
                        .put("timezone", "UTC")
                        .put("value_initial", amount(issue.cents()));
                put(body, "issued_at", issue.issued());
                put(body, "expires_at", issue.expires());
                put(body, "external_id", issue.externalId());
                yield new Operation(IssueReward::new, "POST", Map.of(), "", body);
            }
            case Command.IssuePoints issue -> {
                body.put("profile_id", issue.profile().toString())
                        .put("point_definition_id", 1)
                        .put("value_initial", amount(issue.hundredths()));
                put(body, "issued_at", issue.issued());
                put(body, "expires_at", issue.expires());
                put(body, "external_id", issue.externalId());
                yield new Operation(IssuePoints::new, "POST", Map.of(), "", body);
            }
            case Command.Redeem redeem -> {
                body.put("amount", amount(redeem.cents()));
                redeem.strategies()
                        .forEach(kind ->
                                body.withArray("strategies").add(kind.name().toLowerCase(Locale.ROOT) + "s"));
                redeem.strict().ifPresent(strict -> body.put("strict", strict));
                yield new Operation(RedeemRewards::new, "POST", profile, dryRun(redeem.isDryRun()), body);
            }
            case Command.Return undo -> {
                undo.cents().ifPresent(cents -> body.put("amount", amount(cents)));
                yield new Operation(
                        ReturnRedemption::new, "POST", id(undo.redemption()), dryRun(undo.isDryRun()), body);
            }
            case Command.Reverse undo -> new Operation(ReverseRedemption::new, "POST", id(undo.redemption()), "", body);
            case Command.Extend extend -> {
                body.put("profile_id", extend.profile().toString()).put("extend_days", extend.days());
                extend.rewards().forEach(body.withArray("ids")::add);
                yield new Operation(ExtendRewards::new, "POST", Map.of(), "", body);
            }
            case Command.Adjust adjust -> {
                adjust.remaining().ifPresent(hundredths -> body.put("value_remaining", amount(hundredths)));
                put(body, "expires_at", adjust.expires());
                adjust.version().ifPresent(version -> body.put("version", version));
                yield new Operation(
                        adjust.lot().kind() == LotKind.REWARD ? UpdateReward::new : UpdatePoints::new,
                        "PUT",
                        id(adjust.lot().id()),
                        "",
                        body);
            }
            case Command.Delete delete -> new Operation(DeleteReward::new, "DELETE", id(delete.reward()), "", body);
            case Command.Sell sale -> {
                body.put("profile_id", sale.profile().toString())
                        .put("timezone", "UTC")
                        .put("transacted_at", "2025-03-10 09:00:00")
                        .put("total", amount(sale.cents()));
                body.putArray("items")
                        .addObject()
                        .put("name", "Towel")
                        .put("quantity", 1)
                        .put("price_current", 10)
                        .put("price_sell", 10);
                put(body, "redemption_id", sale.redemption());
                put(body, "external_id", sale.externalId());
                yield new Operation(CreateSale::new, "POST", Map.of(), "", body);
            }
            case Command.ChangeSale sale -> {
                body.put("is_void", sale.isVoid());
                sale.cents().ifPresent(cents -> body.put("total", amount(cents)));
                put(body, "redemption_id", sale.redemption());
                yield new Operation(UpdateSale::new, "PUT", id(sale.sale()), "", body);
            }
            case Command.DeleteSale sale -> new Operation(DeleteSale::new, "DELETE", id(sale.sale()), "", body);
            case Command.Close close ->
                new Operation(DeleteProfile::new, "DELETE", profile, close.isForced() ? "force=1" : "", body);
            case Command.ReadBalances _ -> new Operation(ReadBalances::new, "GET", profile, "", body);
            case Command.Set set ->
                new Operation(
                        UpdateSetting::new, "PUT", Map.of("handle", set.setting()), "", body.put("value", set.value()));
            case Command.Sweep _ -> throw new IllegalArgumentException("goes over no wire: " + command);
        };
    }

    /** The proof of a member's ledger. */
    static Operation verify(ProfileId member) {
        return new Operation(
                VerifyLedger::new,
                "GET",
                Map.of("profile", member.toString()),
                "",
                JsonNodeFactory.instance.objectNode());
    }

    APIGatewayV2HTTPEvent event(Optional<String> key) {
        Map<String, String> headers = new HashMap<>(Map.of("authorization", "Bearer " + Shop.SECRET));
        key.ifPresent(text -> headers.put("idempotency-key", text));
        return APIGatewayV2HTTPEvent.builder()
                .withRawPath("/api/v3/simulated")
                .withRawQueryString(query)
                .withPathParameters(path)
                .withHeaders(headers)
                .withBody(body.isEmpty() ? "" : body.toString())
                .withRequestContext(APIGatewayV2HTTPEvent.RequestContext.builder()
                        .withHttp(APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                .withMethod(method)
                                .build())
                        .build())
                .build();
    }

    private static BigDecimal amount(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2);
    }

    private static String dryRun(boolean isDryRun) {
        return isDryRun ? "dry_run=1" : "";
    }

    private static Map<String, String> id(long id) {
        return Map.of("id", Long.toString(id));
    }

    private static void put(ObjectNode body, String name, Optional<?> value) {
        value.ifPresent(present -> body.put(name, present.toString()));
    }
}
