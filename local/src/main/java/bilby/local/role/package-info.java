/** What the template allows each function to do, and the refusal of everything else. */
@NullMarked
package bilby.local.role;

import org.jspecify.annotations.NullMarked;
