/** DynamoDB in memory, for tests: as much of it as Bilby's store uses. */
@NullMarked
package bilby.store.memory;

import org.jspecify.annotations.NullMarked;
