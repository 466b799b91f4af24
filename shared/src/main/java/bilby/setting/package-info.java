/** What an operator can set. */
@NullMarked
package bilby.setting;

import org.jspecify.annotations.NullMarked;
