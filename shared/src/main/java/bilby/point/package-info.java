/** Grants of points as they were issued, and as they stand. */
@NullMarked
package bilby.point;

import org.jspecify.annotations.NullMarked;
