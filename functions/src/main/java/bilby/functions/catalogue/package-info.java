/** Reward and point definitions, over HTTP. */
@NullMarked
package bilby.functions.catalogue;

import org.jspecify.annotations.NullMarked;
