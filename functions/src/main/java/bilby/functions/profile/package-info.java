/** Profiles, over HTTP. */
@NullMarked
package bilby.functions.profile;

import org.jspecify.annotations.NullMarked;
