package bilby.functions.sale;

import bilby.functions.http.Field;
import bilby.functions.http.Fields;
import bilby.functions.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The items of a sale: checked, and kept with their numbers as numbers. */
final class SaleItems {

    private static final int MOST = 1_000;
    private static final int MOST_DISCOUNTS = 100;
    private static final int LARGEST_VARIANT = 64 << 10;
    private static final List<String> PRICES = List.of("price_original", "price_margin", "price_tax");
    private static final List<String> REFERENCES = List.of("product_variant_id", "sku", "department");

    private SaleItems() {}

    static ArrayNode parse(Fields fields) {
        fields.get("items").requiredList();
        ArrayNode items = Json.array();
        items.addAll(fields.each("items", MOST, SaleItems::item));
        return items;
    }

    /**
     * The items that a sale had, with those of the sent ones that it had not: each that it had stands for one that is the
     * same. So to send the same items again adds none.
     */
    static ArrayNode added(Fields fields, JsonNode had, ArrayNode sent) {
        ArrayNode all = Json.array();
        had.forEach(all::add);
        List<String> known = new ArrayList<>();
        had.forEach(item -> known.add(Json.text(item)));
        sent.forEach(item -> {
            if (!known.remove(Json.text(item))) {
                all.add(item);
            }
        });
        if (all.size() > MOST) {
            fields.refuseUnlessRefused("items", "The items may not have more than " + MOST + " elements in all.");
        }
        return all;
    }

    private static ObjectNode item(Fields fields) {
        ObjectNode item = Json.object();
        fields.get("name").required().line(Field.SHORT_TEXT).ifPresent(name -> item.put("name", name));
        fields.get("quantity").required().quantity().ifPresent(count -> item.set("quantity", Json.number(count)));
        fields.get("price_current").required().money().ifPresent(price -> item.set("price_current", Json.of(price)));
        fields.get("price_sell").required().money().ifPresent(price -> item.set("price_sell", Json.of(price)));
        for (String name : PRICES) {
            item.set(name, Json.orNull(fields.get(name).money().map(Json::of)));
        }
        for (String name : REFERENCES) {
            item.set(name, Json.text(fields.get(name).reference()));
        }
        item.set("product_variant", Json.orNull(fields.get("product_variant").object(LARGEST_VARIANT)));
        ArrayNode discounts = item.putArray("discounts");
        discounts.addAll(fields.each("discounts", MOST_DISCOUNTS, SaleItems::discount));
        item.put("is_void", fields.get("is_void").flag().orElse(false));
        item.set("tags", fields.get("tags").tags().orElseGet(Json::array));
        item.set("meta", Json.orNull(fields.get("meta").objectOrArray(Field.LARGEST_META)));
        return item;
    }

    private static ObjectNode discount(Fields fields) {
        ObjectNode discount = Json.object();
        discount.set("amount", Json.orNull(fields.get("amount").money().map(Json::of)));
        discount.set("reason_desc", Json.text(fields.get("reason_desc").line(Field.SHORT_TEXT)));
        return discount;
    }
}
