/** Dollars, points and the rate between them: exact, in hundredths, never a binary float. */
@NullMarked
package bilby.money;

import org.jspecify.annotations.NullMarked;
