package bilby.local.template;

import java.util.List;

/**
 * The attributes that make a table's or an index's key, in order.
 *
 * @param hash one, or for an index up to four
 * @param range none, one, or for an index up to four
 */
public record TableKey(List<String> hash, List<String> range) {

    public TableKey {
        hash = List.copyOf(hash);
        range = List.copyOf(range);
    }
}
