/** The console's files, as they are served. */
@NullMarked
package bilby.local.console;

import org.jspecify.annotations.NullMarked;
