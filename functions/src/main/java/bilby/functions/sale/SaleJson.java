package bilby.functions.sale;

import bilby.functions.http.Json;
import bilby.functions.redemption.RedemptionJson;
import bilby.profile.Profile;
import bilby.sale.Sale;
import bilby.time.WallClock;
import bilby.wallet.ProfileId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A sale as the API shows it (docs/api.md §7): every field, null where unset. */
final class SaleJson {

    private SaleJson() {}

    static ObjectNode of(StandingSale standing, String currency) {
        ObjectNode json = fields(standing.sale(), currency);
        json.set("profile", Json.orNull(standing.profile().map(SaleJson::profile)));
        json.set(
                "redemption",
                Json.orNull(standing.payment()
                        .map(payment -> RedemptionJson.withinSale(payment.redemption(), payment.lines()))));
        return json;
    }

    /** What a request for this sale would say, and what is computed of it alone. */
    static ObjectNode fields(Sale sale, String currency) {
        ObjectNode json = Json.object();
        JsonNode details = Json.stored(sale.details());
        json.put("id", sale.id());
        json.set("profile_id", Json.text(sale.profileId().map(ProfileId::toString)));
        json.set("external_id", Json.text(sale.externalId()));
        json.set("redemption_id", Json.number(sale.redemptionId()));
        json.set("total", Json.of(sale.total()));
        SaleBody.AMOUNTS.forEach(name -> json.set(name, detail(details, name)));
        json.put("currency", currency);
        json.put("timezone", sale.zone().getId());
        json.set("transacted_at", Json.of(sale.transactedAt()));
        json.set("transacted_local_at", Json.of(WallClock.local(sale.transactedAt(), sale.zone())));
        SaleBody.REFERENCES.forEach(name -> json.set(name, detail(details, name)));
        json.set("location", NullNode.instance);
        json.put("is_void", sale.isVoid());
        json.set("tender", detail(details, "tender"));
        SaleBody.LISTS.forEach(name -> json.set(name, list(details, name)));
        json.set("tags", list(details, "tags"));
        json.set("receipt_is_email", detail(details, "receipt_is_email"));
        json.set("receipt_email", detail(details, "receipt_email"));
        json.set("custom_fields", detail(details, "custom_fields"));
        json.set("meta", detail(details, "meta"));
        json.set("items", list(details, "items"));
        json.set("points_earned", Json.of(sale.earned()));
        json.set("points_shortfall", Json.of(sale.shortfall()));
        json.set("created_at", Json.of(sale.createdAt()));
        json.set("updated_at", Json.of(sale.updatedAt()));
        return json;
    }

    private static JsonNode detail(JsonNode details, String name) {
        return Optional.ofNullable(details.get(name)).orElse(NullNode.instance);
    }

    private static JsonNode list(JsonNode details, String name) {
        return Optional.ofNullable(details.get(name)).orElseGet(Json::array);
    }

    private static ObjectNode profile(Profile profile) {
        ObjectNode json = Json.object();
        json.put("id", profile.id().toString());
        json.set("email", Json.text(profile.email()));
        json.set("full_name", Json.text(profile.fullName()));
        return json;
    }
}
