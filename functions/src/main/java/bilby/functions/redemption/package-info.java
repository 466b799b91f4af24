/** Redeeming, and redemptions, over HTTP. */
@NullMarked
package bilby.functions.redemption;

import org.jspecify.annotations.NullMarked;
