/** The ledger of a profile, over HTTP. */
@NullMarked
package bilby.functions.ledger;

import org.jspecify.annotations.NullMarked;
