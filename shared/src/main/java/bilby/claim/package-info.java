/** Unique values and once-only facts, each with its owner. */
@NullMarked
package bilby.claim;

import org.jspecify.annotations.NullMarked;
