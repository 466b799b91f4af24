package bilby.functions.sale;

import bilby.functions.http.Field;
import bilby.functions.http.Fields;
import bilby.functions.http.Json;
import bilby.functions.http.Parsed;
import bilby.functions.http.Time;
import bilby.money.Money;
import bilby.sale.Earning;
import bilby.sale.Sale;
import bilby.wallet.CommitId;
import bilby.wallet.ProfileId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A sale as a request says it (docs/api.md §7), but for whose it is and what paid for it. */
record SaleBody(
        Optional<String> externalId,
        Optional<Long> redemptionId,
        Money total,
        ZoneId zone,
        Instant transactedAt,
        boolean isVoid,
        String details) {

    static final List<String> REFERENCES =
            List.of("location_id", "receipt_ref", "linked_receipt_ref", "staff_id", "type", "status", "order_number");
    static final List<String> AMOUNTS = List.of("total_original", "rounding", "margin");
    static final List<String> LISTS = List.of("payments", "systems");

    /** The largest sale, in bytes of JSON. */
    private static final int LARGEST = 256 << 10;

    /**
     * The sale that the fields say, or all that is wrong with it, including what was noted of them before.
     *
     * @param before the sale as it is stored, if it is: the time of it in UTC, as answers show it, is not converted twice
     */
    static Parsed<SaleBody> parse(Fields fields, Optional<Sale> before) {
        fields.get("profile_id_handle").line(Field.SHORT_TEXT);
        Optional<String> externalId = fields.get("external_id").reference();
        Optional<Long> redemptionId = fields.get("redemption_id").id();
        Optional<Money> total = fields.get("total").required().money();
        Optional<ZoneId> zone = fields.get("timezone").required().zone();
        Optional<Time> transacted = fields.get("transacted_at").required().time();
        boolean isVoid = fields.get("is_void").flag().orElse(false);
        String details = Json.text(details(fields, before));
        if (details.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            fields.refuse("body", "A transaction may not be larger than 256 KB.");
        }
        return fields.parsed(() -> new SaleBody(
                externalId,
                isVoid ? Optional.empty() : redemptionId,
                total.orElseThrow(),
                zone.orElseThrow(),
                instant(transacted.orElseThrow(), zone.orElseThrow(), before.map(Sale::transactedAt)),
                isVoid,
                details));
    }

    private static Instant instant(Time time, ZoneId zone, Optional<Instant> stored) {
        return stored.filter(time.in(ZoneOffset.UTC)::equals).orElseGet(() -> time.in(zone));
    }

    private static ObjectNode details(Fields fields, Optional<Sale> before) {
        ObjectNode details = Json.object();
        details.set("items", items(fields, before));
        REFERENCES.forEach(name -> fields.get(name).reference().ifPresent(text -> details.put(name, text)));
        AMOUNTS.forEach(name -> fields.get(name).money().ifPresent(money -> details.set(name, Json.of(money))));
        LISTS.forEach(name -> fields.get(name).array(LARGEST).ifPresent(list -> details.set(name, list)));
        fields.get("tender").kept(LARGEST).ifPresent(tender -> details.set("tender", tender));
        fields.get("tags").tags().ifPresent(tags -> details.set("tags", tags));
        fields.get("receipt_is_email").flag().ifPresent(flag -> details.put("receipt_is_email", flag));
        fields.get("receipt_email").line(Field.SHORT_TEXT).ifPresent(text -> details.put("receipt_email", text));
        fields.get("custom_fields").objectOrArray(LARGEST).ifPresent(json -> details.set("custom_fields", json));
        fields.get("meta").objectOrArray(Field.LARGEST_META).ifPresent(meta -> details.set("meta", meta));
        return details;
    }

    /** The items that are sent take the place of those that the sale had, unless they are to be kept besides. */
    private static ArrayNode items(Fields fields, Optional<Sale> before) {
        ArrayNode sent = SaleItems.parse(fields);
        boolean isInPlace = fields.get("delete_existing_items").flag().orElse(true);
        return isInPlace
                ? sent
                : before.map(sale -> Json.stored(sale.details()).path("items"))
                        .map(had -> SaleItems.added(fields, had, sent))
                        .orElse(sent);
    }

    /** The sale that the body makes, which has given so much before. */
    Sale toSale(
            long id,
            long version,
            CommitId commit,
            Optional<ProfileId> profileId,
            Earning earning,
            Instant created,
            Instant now) {
        return new Sale(
                id,
                version,
                commit,
                profileId,
                externalId,
                redemptionId,
                total,
                zone,
                transactedAt,
                isVoid,
                earning,
                details,
                created,
                now);
    }
}
