package bilby.store.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items in the order of a key: a table's own, or an index's. */
final class View {

    /** A page of a query or scan, and the key of its last item unless it came to the end. */
    record Page(List<Map<String, AttributeValue>> items, Map<String, AttributeValue> last) {}

    /** In bytes. */
    private static final int LARGEST_PAGE = 1 << 20;

    private final KeySchema schema;
    private final NavigableMap<Place, Map<String, AttributeValue>> items = new TreeMap<>();

    View(KeySchema schema) {
        this.schema = schema;
    }

    KeySchema schema() {
        return schema;
    }

    int size() {
        return items.size();
    }

    Optional<Map<String, AttributeValue>> get(Place place) {
        return Optional.ofNullable(items.get(place));
    }

    void put(Place place, Map<String, AttributeValue> item) {
        items.put(place, item);
    }

    void remove(Place place) {
        items.remove(place);
    }

    /** At most so many items of a span, after the one with the key where the page before ended, if it did. */
    Page page(Span span, Map<String, AttributeValue> after, boolean forward, int most) {
        List<Map<String, AttributeValue>> page = new ArrayList<>();
        int bytes = 0;
        for (Map<String, AttributeValue> item : rest(span, after, forward).values()) {
            bytes += ItemSize.bytes(item);
            if (bytes > LARGEST_PAGE) {
                return new Page(page, schema.keyOf(page.getLast()));
            }
            page.add(item);
            if (page.size() == most) {
                return new Page(page, schema.keyOf(item));
            }
        }
        return new Page(page, Map.of());
    }

    private NavigableMap<Place, Map<String, AttributeValue>> rest(
            Span span, Map<String, AttributeValue> after, boolean forward) {
        if (span.from().compareTo(span.to()) > 0) {
            throw Refusals.invalid("the lowest value asked for is above the highest");
        }
        NavigableMap<Place, Map<String, AttributeValue>> all = items.subMap(span.from(), true, span.to(), false);
        if (after.isEmpty()) {
            return forward ? all : all.descendingMap();
        }
        Place last = schema.place(Values.kept(after));
        if (!span.holds(last)) {
            throw Refusals.invalid("The provided starting key is outside of what is asked for");
        }
        return forward ? all.tailMap(last, false) : all.headMap(last, false).descendingMap();
    }
}
