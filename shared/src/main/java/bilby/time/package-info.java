/** How long things last, and wall-clock time in a member's zone. */
@NullMarked
package bilby.time;

import org.jspecify.annotations.NullMarked;
