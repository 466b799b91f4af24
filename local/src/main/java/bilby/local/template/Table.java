package bilby.local.template;

import java.util.List;
import java.util.Map;

/**
 * A DynamoDB table.
 *
 * @param id its logical id, which is its name as well, here and for sam local
 * @param attributes the types of all key attributes: {@code S}, {@code N} or {@code B}
 */
public record Table(String id, TableKey key, Map<String, String> attributes, List<TableIndex> indexes) {

    public Table {
        attributes = Map.copyOf(attributes);
        indexes = List.copyOf(indexes);
    }
}
