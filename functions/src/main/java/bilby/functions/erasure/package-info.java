/** Erasing what tables still hold of members who have been deleted. */
@NullMarked
package bilby.functions.erasure;

import org.jspecify.annotations.NullMarked;
