package bilby.functions.redemption;

import bilby.functions.balance.BalancesJson;
import bilby.functions.http.Json;
import bilby.profile.Profile;
import bilby.redemption.Redemption;
import bilby.sale.Sale;
import bilby.setting.Settings;
import bilby.wallet.Line;
import bilby.wallet.LotId;
import bilby.wallet.Movement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Redemptions as the API shows them (docs/api.md §5). */
public final class RedemptionJson {

    /** Of the lots that a redemption shows, in bytes of the answer. */
    private static final int MOST_SHOWN = 2 << 20;

    private RedemptionJson() {}

    /** A redemption just made, with the balances after it. */
    static ObjectNode made(Redemption redemption, Movement movement, Settings settings) {
        ObjectNode json = Json.object();
        json.put("id", redemption.id());
        json.put("profile_id", redemption.profileId().toString());
        json.put("type", redemption.type().word());
        json.set("total", Json.of(redemption.total()));
        json.set("total_requested", Json.of(redemption.requested()));
        json.set("total_localised", Json.of(redemption.total()));
        json.set("total_forfeited", Json.of(redemption.forfeited()));
        json.set("redemption_id", Json.number(redemption.undoes()));
        json.set("balances", BalancesJson.of(movement.entry().balances(), settings));
        json.set("items", items(redemption, movement.entry().lines(), Map.of()));
        json.set("meta", Json.kept(redemption.reference().meta()));
        json.set("location_id", Json.text(redemption.reference().locationId()));
        json.set("location", NullNode.instance);
        json.set("transaction_external_id", Json.text(redemption.reference().transactionExternalId()));
        json.set("transaction_receipt_ref", Json.text(redemption.reference().transactionReceiptRef()));
        json.put("currency", settings.currency());
        json.set("created_at", Json.of(redemption.createdAt()));
        json.set("updated_at", Json.of(redemption.updatedAt()));
        return json;
    }

    /** What a redemption would come to: the same, but it has no id. */
    static ObjectNode dryRun(Redemption redemption, Movement movement, Settings settings) {
        return made(redemption, movement, settings).putNull("id");
    }

    /** A redemption as it stands. */
    public static ObjectNode of(StandingRedemption standing) {
        Redemption redemption = standing.redemption();
        ObjectNode json = Json.object();
        json.put("id", redemption.id());
        json.put("profile_id", redemption.profileId().toString());
        json.set("profile", profile(standing.profile()));
        json.put("type", redemption.type().word());
        json.set("total", Json.of(redemption.total()));
        json.set("total_localised", Json.of(redemption.total()));
        json.set("total_returned", Json.of(redemption.returned()));
        json.set("total_forfeited", Json.of(redemption.forfeited()));
        json.put("is_reversed", redemption.isReversed());
        json.set("redemption_id", Json.number(redemption.undoes()));
        json.set("meta", Json.kept(redemption.reference().meta()));
        json.set("location_id", Json.text(redemption.reference().locationId()));
        json.set("transaction_external_id", Json.text(redemption.reference().transactionExternalId()));
        json.set("transaction_receipt_ref", Json.text(redemption.reference().transactionReceiptRef()));
        json.set("transaction_id", Json.number(redemption.saleId()));
        json.set("transaction", Json.orNull(standing.sale().map(RedemptionJson::sale)));
        json.set("items", items(redemption, standing.lines(), standing.lots()));
        json.set("redeem_at", Json.of(redemption.createdAt()));
        json.set("created_at", Json.of(redemption.createdAt()));
        json.set("updated_at", Json.of(redemption.updatedAt()));
        return json;
    }

    /** A redemption as the sale that it paid for shows it. */
    public static ObjectNode withinSale(Redemption redemption, Iterable<Line> lines) {
        ObjectNode json = Json.object();
        json.put("id", redemption.id());
        json.put("type", redemption.type().word());
        json.set("total", Json.of(redemption.total()));
        json.set("total_returned", Json.of(redemption.returned()));
        json.put("is_reversed", redemption.isReversed());
        json.set("total_localised", Json.of(redemption.total()));
        json.set("items", items(redemption, lines, Map.of()));
        return json;
    }

    /**
     * One item for each lot that was spent, under the id of its reward or grant of points. The first of them show the lot
     * as it stands, until the answer would grow too large.
     */
    private static JsonNode items(Redemption redemption, Iterable<Line> lines, Map<LotId, ObjectNode> lots) {
        ArrayNode items = Json.array();
        int shown = 0;
        for (Line line : lines) {
            ObjectNode item = items.addObject();
            item.put("id", line.lot().id());
            item.put("type", line.isReward() ? "reward" : "point");
            item.set("value", Json.of(line.value()));
            item.set("count", line.isReward() ? LongNode.valueOf(1) : Json.of(line.points()));
            ObjectNode lot = lots.get(line.lot());
            if (lot != null && shown < MOST_SHOWN) {
                item.set("type_attributes", lot);
                shown += Json.sizeInAnswer(lot);
            }
            item.set("created_at", Json.of(redemption.createdAt()));
            item.set("updated_at", Json.of(redemption.createdAt()));
        }
        return items;
    }

    private static ObjectNode profile(Profile profile) {
        ObjectNode json = Json.object();
        json.set("first_name", Json.text(profile.firstName()));
        json.set("last_name", Json.text(profile.lastName()));
        json.set("full_name", Json.text(profile.fullName()));
        json.set("email", Json.text(profile.email()));
        json.set("statuses", Json.array());
        return json;
    }

    private static ObjectNode sale(Sale sale) {
        ObjectNode json = Json.object();
        json.set("external_id", Json.text(sale.externalId()));
        json.set("receipt_ref", Json.stored(sale.details()).path("receipt_ref"));
        json.set("transacted_at", Json.of(sale.transactedAt()));
        json.set("total", Json.of(sale.total()));
        return json;
    }
}
