/** Rewards as they were issued, and as they stand. */
@NullMarked
package bilby.reward;

import org.jspecify.annotations.NullMarked;
