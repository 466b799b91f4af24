package bilby.store;

import java.util.List;
import java.util.Optional;

/**
 * A part of a table, in the table's own order, which has no meaning.
 *
 * @param ids the ids found
 * @param last the id to go on after; empty at the table's end
 */
public record Page(List<String> ids, Optional<String> last) {}
