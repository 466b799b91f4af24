/** The people. */
@NullMarked
package bilby.profile;

import org.jspecify.annotations.NullMarked;
