/** API tokens and their scopes. */
@NullMarked
package bilby.token;

import org.jspecify.annotations.NullMarked;
