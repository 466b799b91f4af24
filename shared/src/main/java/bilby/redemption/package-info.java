/** Redemptions: what was asked, and what was spent for it. */
@NullMarked
package bilby.redemption;

import org.jspecify.annotations.NullMarked;
