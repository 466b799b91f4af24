package bilby.local.template;

import java.util.List;

/**
 * A global secondary index.
 *
 * @param projection {@code ALL}, {@code KEYS_ONLY} or {@code INCLUDE}
 * @param included what it holds besides keys where the projection is {@code INCLUDE}
 */
public record TableIndex(String name, TableKey key, String projection, List<String> included) {

    public TableIndex {
        included = List.copyOf(included);
    }
}
