package bilby.store.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * Where an item stands in a table or an index: the partitions in an order that says nothing, as DynamoDB's does, and
 * within a partition by the rest of the key.
 *
 * @param partition from 0 to {@link #PARTITIONS}, exclusive
 * @param key the values of the key's attributes; of a bound, the first ones of them
 */
record Place(long partition, List<Scalar> key) implements Comparable<Place> {

    static final long PARTITIONS = 1L << Integer.SIZE;

    /** A place in the partition that the first so many values of the key make. */
    static Place of(List<Scalar> key, int hashed) {
        int hash = 0;
        for (Scalar value : key.subList(0, hashed)) {
            hash = 31 * hash + value.hash();
        }
        return new Place(Integer.toUnsignedLong(scrambled(hash)), key);
    }

    /** Below every place of a partition. */
    static Place before(long partition) {
        return new Place(partition, List.of());
    }

    /** In the same partition, below all that go on with a value, and above all that go on with a lower one. */
    Place then(Scalar value) {
        List<Scalar> longer = new ArrayList<>(key);
        longer.add(value);
        return new Place(partition, List.copyOf(longer));
    }

    /** Above every place that goes on from this one. */
    Place end() {
        return then(new Scalar.Last());
    }

    private static int scrambled(int hash) {
        int mixed = (hash ^ hash >>> 16) * 0x85ebca6b;
        mixed = (mixed ^ mixed >>> 13) * 0xc2b2ae35;
        return mixed ^ mixed >>> 16;
    }

    @Override
    public int compareTo(Place other) {
        if (partition != other.partition) {
            return Long.compare(partition, other.partition);
        }
        int common = Math.min(key.size(), other.key.size());
        for (int i = 0; i < common; i++) {
            int order = key.get(i).compareTo(other.key.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(key.size(), other.key.size());
    }
}
