package bilby.local.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the shop sells: a name and a price in whole dollars. */
record Goods(String name, int dollars) {

    private static final List<Goods> ALL = List.of(
            new Goods("Linen tea towel", 14),
            new Goods("Bath towel", 39),
            new Goods("Beeswax candle", 22),
            new Goods("Stoneware mug", 18),
            new Goods("Wool throw", 89),
            new Goods("Serving board", 46),
            new Goods("Enamel pot", 64),
            new Goods("Glass carafe", 32),
            new Goods("Cushion cover", 35),
            new Goods("Picnic rug", 72),
            new Goods("Bread knife", 41),
            new Goods("Soap, set of three", 24),
            new Goods("Notebook", 16),
            new Goods("Salad bowl", 58),
            new Goods("Table lamp", 119));

    /** Adds one to four of them to a sale, some at a lower price, and tells what they come to in dollars. */
    static int putInto(ArrayNode items, Chance chance) {
        int total = 0;
        for (int left = chance.from(1, 4); left > 0; left--) {
            Goods goods = chance.oneOf(ALL);
            int quantity = chance.inHundred(85) ? 1 : 2;
            int sold = chance.inHundred(20) ? goods.dollars * 4 / 5 : goods.dollars;
            ObjectNode item = items.addObject();
            item.put("name", goods.name);
            item.put("quantity", quantity);
            item.put("price_current", goods.dollars);
            item.put("price_sell", sold);
            total += quantity * sold;
        }
        return total;
    }
}
