/** Definitions: what rewards and points there are to issue, and what causes an issue. */
@NullMarked
package bilby.catalogue;

import org.jspecify.annotations.NullMarked;
