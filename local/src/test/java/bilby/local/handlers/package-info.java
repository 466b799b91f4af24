/** The functions of the tests' template. */
@NullMarked
package bilby.local.handlers;

import org.jspecify.annotations.NullMarked;
