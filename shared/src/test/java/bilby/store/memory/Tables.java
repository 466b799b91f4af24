package bilby.store.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The tables by their names. */
final class Tables {

    private final Map<String, Table> byName = new HashMap<>();

    void add(Table table) {
        if (byName.putIfAbsent(table.name(), table) != null) {
            throw Refusals.tableThere(table.name());
        }
    }

    Table get(String name) {
        return Optional.ofNullable(byName.get(name)).orElseThrow(() -> Refusals.noTable(name));
    }
}
