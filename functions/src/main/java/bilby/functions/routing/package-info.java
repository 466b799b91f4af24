/** What is no operation: health, and the fallback for what no route takes. */
@NullMarked
package bilby.functions.routing;

import org.jspecify.annotations.NullMarked;
