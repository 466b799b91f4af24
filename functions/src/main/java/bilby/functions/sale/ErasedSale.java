package bilby.functions.sale;

import bilby.functions.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stays of a sale once its buyer has been deleted: what the shop's books need. Whatever may tell of a person, and all of
 * which the shape is free, goes.
 */
public final class ErasedSale {

    private static final List<String> FREE_IN_ITEMS = List.of("product_variant", "tags", "meta");

    private ErasedSale() {}

    /** The details without it, in the form that sales are stored in. */
    public static String details(String details) {
        JsonNode sale = Json.stored(details);
        ObjectNode left = Json.object();
        Stream.of(List.of("items"), SaleBody.REFERENCES, SaleBody.AMOUNTS)
                .flatMap(List::stream)
                .filter(sale::has)
                .forEach(name -> left.set(name, sale.get(name)));
        for (JsonNode item : left.withArray("items")) {
            erase((ObjectNode) item);
        }
        return Json.text(left);
    }

    private static void erase(ObjectNode item) {
        FREE_IN_ITEMS.stream().filter(item::has).forEach(name -> item.set(name, none(item.get(name))));
        if (item.get("discounts") instanceof ArrayNode discounts) {
            discounts.forEach(discount -> ((ObjectNode) discount).putNull("reason_desc"));
        }
    }

    private static JsonNode none(JsonNode kept) {
        return kept.isArray() ? Json.array() : NullNode.instance;
    }
}
