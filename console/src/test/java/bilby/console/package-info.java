/** The console, seen in a browser. */
@NullMarked
package bilby.console;

import org.jspecify.annotations.NullMarked;
