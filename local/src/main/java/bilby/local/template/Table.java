package bilby.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A DynamoDB table.
 *
 * @param id its logical id, which is its name as well, here and for sam local
 * @param stream what its stream tells of each change, such as {@code NEW_IMAGE}, if it has one
 * @param attributes the types of all key attributes: {@code S}, {@code N} or {@code B}
 */
public record Table(
        String id, TableKey key, Map<String, String> attributes, List<TableIndex> indexes, Optional<String> stream) {

    public Table {
        attributes = Map.copyOf(attributes);
        indexes = List.copyOf(indexes);
    }
}
