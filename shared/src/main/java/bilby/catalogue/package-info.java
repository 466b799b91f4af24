/** Definitions: what rewards there are to issue. */
@NullMarked
package bilby.catalogue;

import org.jspecify.annotations.NullMarked;
