/** Lists: paging, filters and sorting, the same for every resource. */
@NullMarked
package bilby.functions.list;

import org.jspecify.annotations.NullMarked;
