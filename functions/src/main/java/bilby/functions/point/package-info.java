/** Points, over HTTP. */
@NullMarked
package bilby.functions.point;

import org.jspecify.annotations.NullMarked;
