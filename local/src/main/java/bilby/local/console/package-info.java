/** The console, served as its distribution serves it. */
@NullMarked
package bilby.local.console;

import org.jspecify.annotations.NullMarked;
