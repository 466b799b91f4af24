/** Rewards, over HTTP. */
@NullMarked
package bilby.functions.reward;

import org.jspecify.annotations.NullMarked;
