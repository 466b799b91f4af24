/** Settings, over HTTP. */
@NullMarked
package bilby.functions.setting;

import org.jspecify.annotations.NullMarked;
