package bilby.cost;

import bilby.local.template.Table;
import bilby.local.template.TableIndex;
import bilby.local.template.TableKey;
import bilby.store.memory.ItemSize;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * AWS's published rules, by the Amazon DynamoDB Developer Guide, in November 2026. Each says where it stands:
 * [units] "DynamoDB reads and writes: capacity unit consumption", [transactions] "DynamoDB transactions: how it works", "Capacity
 * management for transactions", [index] "Using global secondary indexes", "Provisioned throughput considerations".
 */
final class Capacity {

    private static final int READ_BYTES = 4 << 10;
    private static final int WRITE_BYTES = 1 << 10;

    /** A transactional read or write is done twice: once to prepare it and once to commit it [transactions]. */
    private static final int TRANSACTIONAL = 2;

    private Capacity() {}

    /**
     * One strongly consistent read of an item: a unit for each 4 KB that are begun; one for an item that is not there, too [units]. A
     * batch counts each of its items by itself [units].
     */
    static int read(Map<String, AttributeValue> item) {
        return units(ItemSize.bytes(item), READ_BYTES);
    }

    /** One read of an item by a transaction. */
    static int transactionalRead(Map<String, AttributeValue> item) {
        return TRANSACTIONAL * read(item);
    }

    /** A query or a scan: the sum of what it looked at is rounded up once, and half of it if it is eventually consistent [units]. */
    static BigDecimal readTogether(List<Map<String, AttributeValue>> items, boolean isConsistent) {
        int units = units(items.stream().mapToInt(ItemSize::bytes).sum(), READ_BYTES);
        return BigDecimal.valueOf(units).multiply(new BigDecimal(isConsistent ? "1" : "0.5"));
    }

    /**
     * One write of an item by a transaction: a unit for each KB that is begun of the item before it or after it, whichever is
     * larger, also where nothing is there or the condition fails [units]. A check of a condition counts as a write of the item as it
     * stands: the guide does not say so, but a suite that compares with real DynamoDB does
     * (github.com/paritysuite/dynamodb-conformance, pull request 67).
     */
    static int transactionalWrite(Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
        return TRANSACTIONAL * units(Math.max(ItemSize.bytes(before), ItemSize.bytes(after)), WRITE_BYTES);
    }

    /**
     * What all indexes of a table take for a write of an item. They follow after the commit, so there it does not count twice
     * [transactions].
     */
    static int indexes(Table table, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
        return table.indexes().stream()
                .mapToInt(index -> index(entry(table, index, before), entry(table, index, after), index))
                .sum();
    }

    /**
     * One write for an entry that comes, goes, or has another projected attribute; two where it moves, for it goes and comes;
     * none where it stays as it is [index].
     */
    private static int index(
            Optional<Map<String, AttributeValue>> before,
            Optional<Map<String, AttributeValue>> after,
            TableIndex index) {
        if (before.equals(after)) {
            return 0;
        }
        boolean isMoved = before.isPresent()
                && after.isPresent()
                && !only(before.get(), attributes(index.key())).equals(only(after.get(), attributes(index.key())));
        int size = Stream.of(before, after)
                .flatMap(Optional::stream)
                .mapToInt(ItemSize::bytes)
                .max()
                .orElseThrow();
        return (isMoved ? 2 : 1) * units(size, WRITE_BYTES);
    }

    /** What an index holds of an item; nothing of one that lacks an attribute of its key. */
    private static Optional<Map<String, AttributeValue>> entry(
            Table table, TableIndex index, Map<String, AttributeValue> item) {
        Set<String> key = attributes(index.key());
        if (!item.keySet().containsAll(key)) {
            return Optional.empty();
        }
        Set<String> held = new HashSet<>(key);
        held.addAll(attributes(table.key()));
        held.addAll(index.included());
        return Optional.of(index.projection().equals("ALL") ? item : only(item, held));
    }

    private static Set<String> attributes(TableKey key) {
        Set<String> names = new HashSet<>(key.hash());
        names.addAll(key.range());
        return names;
    }

    private static Map<String, AttributeValue> only(Map<String, AttributeValue> item, Set<String> names) {
        Map<String, AttributeValue> some = new HashMap<>(item);
        some.keySet().retainAll(names);
        return some;
    }

    private static int units(int bytes, int unit) {
        return Math.max(1, Math.ceilDiv(bytes, unit));
    }
}
