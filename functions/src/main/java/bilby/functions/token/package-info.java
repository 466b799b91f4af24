/** API tokens, over HTTP. */
@NullMarked
package bilby.functions.token;

import org.jspecify.annotations.NullMarked;
