/** The time that functions see, and the routes that read and move it. */
@NullMarked
package bilby.local.clock;

import org.jspecify.annotations.NullMarked;
